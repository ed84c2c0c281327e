"""What is told of an upload in a list, without reading it again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField("upload", name, models.CharField(max_length=length, blank=True, default=""))
        for name, length in (
            ("media_type", 120),
            ("language", 12),
            ("symbol", 200),
            ("title", 500),
            ("code", 40),
            ("message", 500),
        )
    ]
