from ninja import Router

# One for all files of this folder: an address is known by one router only.
router = Router(tags=["levels"])
