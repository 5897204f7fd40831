from gensvar.channels.paper.actions.disposing import forget_papers
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.disposal.events import CaseDisposed


@reacts_to(CaseDisposed)
def forget_papers_of_case(event: CaseDisposed) -> None:
    forget_papers(event.case_id, event.contact_ids)
