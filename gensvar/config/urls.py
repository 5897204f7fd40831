"""Every address of the product, by who it is for."""

urlpatterns: list[object] = []
