"""Letters and faxes: what came, by the day it was received, and letters that leave by post."""
