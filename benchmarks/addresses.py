"""The product's addresses and the bare view's."""

from django.urls import path

from benchmarks.serving import bare
from gensvar.config.urls import urlpatterns as product

urlpatterns = [path("bare/", bare), *product]
