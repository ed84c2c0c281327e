"""What finds entries by their days, and by the documents that they cite, without reading them."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Entries stay as they are: a column that may be empty is added without a look at a row."""

    dependencies: ClassVar = [("operative", "0003_claims")]
    operations: ClassVar = [
        migrations.AddField("entry", "cites", models.TextField(null=True)),
        migrations.AddIndex("entry", models.Index(fields=["dossier", "last", "number"], name="operative_by_day")),
    ]
