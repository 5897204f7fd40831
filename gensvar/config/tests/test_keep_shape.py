"""The drawn shape is a short way to what the migrations say, never another shape."""

import psycopg

from gensvar.config import drawn_shape
from gensvar.config.postgres import throwaway
from gensvar.config.postgres.programs import folder, version


def test_an_empty_database_gets_the_drawn_shape_and_what_each_role_may():
    with throwaway() as server:
        with psycopg.connect(server.dsn("owner"), autocommit=True) as owner:
            assert drawn_shape.lay(owner.cursor())
            assert not drawn_shape.lay(owner.cursor())

        assert drawn_shape.draw(server) == drawn_shape.kept()


def test_a_shape_of_another_version_is_passed_over(monkeypatch, tmp_path):
    older = tmp_path / "shape.sql"
    older.write_text("-- Shaped by gensvar migrate: of yesterday, PostgreSQL 18\nDROP TABLE none;")
    monkeypatch.setattr(drawn_shape, "DRAWN", older)

    with throwaway() as server, psycopg.connect(server.dsn("owner"), autocommit=True) as owner:
        assert not drawn_shape.lay(owner.cursor())
    assert not drawn_shape.is_current(major=version(folder()))
