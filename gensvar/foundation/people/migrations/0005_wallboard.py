import gensvar.foundation.people.rules
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_performers'),
    ]

    operations = [
        migrations.AlterField(
            model_name='rolegrant',
            name='role',
            field=models.CharField(choices=[(gensvar.foundation.people.rules.Role['AGENT'], 'Agent'), (gensvar.foundation.people.rules.Role['TEAM_LEAD'], 'Team lead'), (gensvar.foundation.people.rules.Role['MANAGER'], 'Contact centre manager'), (gensvar.foundation.people.rules.Role['GROUP_MEMBER'], 'Answer-group member'), (gensvar.foundation.people.rules.Role['DEPARTMENT_MANAGER'], 'Department manager'), (gensvar.foundation.people.rules.Role['CLIENT_REPRESENTATIVE'], 'Client representative'), (gensvar.foundation.people.rules.Role['QUALITY'], 'Quality reviewer'), (gensvar.foundation.people.rules.Role['PLANNER'], 'Workforce planner'), (gensvar.foundation.people.rules.Role['REGISTRAR'], 'Registrar'), (gensvar.foundation.people.rules.Role['PERFORMER'], 'Performer of work orders'), (gensvar.foundation.people.rules.Role['BOARD'], 'Wallboard'), (gensvar.foundation.people.rules.Role['DATA_PROTECTION_OFFICER'], 'Data protection officer'), (gensvar.foundation.people.rules.Role['AUDITOR'], 'Auditor'), (gensvar.foundation.people.rules.Role['ADMINISTRATOR'], 'Administrator'), (gensvar.foundation.people.rules.Role['SERVICE'], 'Service account')], max_length=24),
        ),
        migrations.AlterField(
            model_name='signinprovider',
            name='first_role',
            field=models.CharField(blank=True, choices=[(gensvar.foundation.people.rules.Role['AGENT'], 'Agent'), (gensvar.foundation.people.rules.Role['TEAM_LEAD'], 'Team lead'), (gensvar.foundation.people.rules.Role['MANAGER'], 'Contact centre manager'), (gensvar.foundation.people.rules.Role['GROUP_MEMBER'], 'Answer-group member'), (gensvar.foundation.people.rules.Role['DEPARTMENT_MANAGER'], 'Department manager'), (gensvar.foundation.people.rules.Role['CLIENT_REPRESENTATIVE'], 'Client representative'), (gensvar.foundation.people.rules.Role['QUALITY'], 'Quality reviewer'), (gensvar.foundation.people.rules.Role['PLANNER'], 'Workforce planner'), (gensvar.foundation.people.rules.Role['REGISTRAR'], 'Registrar'), (gensvar.foundation.people.rules.Role['PERFORMER'], 'Performer of work orders'), (gensvar.foundation.people.rules.Role['BOARD'], 'Wallboard'), (gensvar.foundation.people.rules.Role['DATA_PROTECTION_OFFICER'], 'Data protection officer'), (gensvar.foundation.people.rules.Role['AUDITOR'], 'Auditor'), (gensvar.foundation.people.rules.Role['ADMINISTRATOR'], 'Administrator'), (gensvar.foundation.people.rules.Role['SERVICE'], 'Service account')], max_length=24),
        ),
    ]
