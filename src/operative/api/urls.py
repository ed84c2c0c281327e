"""The addresses of the API."""

from django.urls import path

from operative.api.site import api

__all__ = ["urlpatterns"]

urlpatterns = [path("v1/", api.urls)]
