from gensvar.channels.social.actions.disposing import forget_posts
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.disposal.events import CaseDisposed


@reacts_to(CaseDisposed)
def forget_posts_of_case(event: CaseDisposed) -> None:
    forget_posts(event.case_id, event.contact_ids)
