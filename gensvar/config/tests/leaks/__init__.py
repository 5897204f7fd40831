"""The leak suite: every way out of the product, walked by somebody who may not see."""
