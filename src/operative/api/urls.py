"""The addresses of the API."""

__all__ = ["urlpatterns"]

urlpatterns: list[object] = []
