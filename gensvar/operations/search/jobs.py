from procrastinate.contrib.django import app

from gensvar.operations.search.actions import read_new_files

MOST_AT_A_TIME = 50


@app.periodic(cron="* * * * * */15")
@app.task(name="search.read", queue="upkeep", lock="search.read", queueing_lock="search.read")
def read(timestamp: int) -> None:
    read_new_files(most=MOST_AT_A_TIME)
