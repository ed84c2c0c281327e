"""The addresses of the site: the API below /api/, the pages everywhere else."""

from django.urls import include, path

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("api/", include("operative.api.urls")),
    path("", include("operative.web.urls")),
]
handler404 = "operative.web.pages.failures.not_found"
handler500 = "operative.web.pages.failures.failed"
