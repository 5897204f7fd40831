"""Who answers in a group on a given day, and who does when that person is away."""
