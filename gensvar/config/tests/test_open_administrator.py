from gensvar.config.tests.conftest import NewCentre
from gensvar.config.tests.running import gensvar


def test_the_first_administrator_gets_a_link_to_choose_a_password_by(new_centre: NewCentre) -> None:
    var = new_centre("administrator")

    first = gensvar("administrator", "alva@exempelby.example", "Alva Norén", var=var)
    again = gensvar("administrator", "alva@exempelby.example", "Alva Norén", var=var)
    broken = gensvar("administrator", "ingen adress", "Alva", var=var)

    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("http://localhost:8000/konto/")
    for refused in (again, broken):
        assert refused.returncode == 1
        assert refused.stderr.startswith("gensvar: ")
        assert "Traceback" not in refused.stderr
