from django.db import connection


def test_the_millionth_case_of_a_year_has_a_number_of_its_own(db):
    with connection.cursor() as cursor:

        def number():
            cursor.execute("SELECT next_case_number(2031)")
            return cursor.fetchone()[0]

        assert number() == "31-000001"
        cursor.execute("SELECT setval('cases_number_2031', 999998)")
        assert [number() for _ in range(3)] == ["31-999999", "31-1000000", "31-1000001"]
