"""What is done with posts: taken in, answered; and with the accounts they come from."""
