"""The pages for signing in and for one's own account.

Only those of the sign-in library that we use are here, each under the name by which it knows
them; there is no way to open an account oneself.
"""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions import views as sessions
from django.apps import apps
from django.db import transaction
from django.urls import URLPattern, path

from gensvar.foundation.people import views
from gensvar.foundation.people.access import public, signed_in


def _far(view: Any) -> Any:
    # Asks a provider over the network, which no transaction may wait for.
    return public(transaction.non_atomic_requests(views.answered_far_away(view)))


urlpatterns: list[URLPattern] = [
    path("", views.account, name="people_account"),
    path("hem/", views.home, name="people_home"),
    path("logga-in/", views.sign_in, name="account_login"),
    path("logga-ut/", public(account.logout), name="account_logout"),
    path("avslutat/", public(account.account_inactive), name="account_inactive"),
    path("bekrafta/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("losenord/", signed_in(account.password_change), name="account_change_password"),
    path("losenord/saknas/", views.no_password, name="account_set_password"),
    path(
        "losenord/<slug:uidb64>/<slug:token>/",
        views.choose_password,
        name="people_choose_password",
    ),
    path("inloggningar/", signed_in(sessions.list_usersessions), name="usersessions_list"),
    path("andra-faktorn/kravs/", views.second_factor, name="people_second_factor"),
    path("andra-faktorn/", signed_in(mfa.index), name="mfa_index"),
    # Between the password and the session: the library checks that the password was right.
    path("andra-faktorn/visa/", public(mfa.authenticate), name="mfa_authenticate"),
    path("andra-faktorn/bekrafta/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("andra-faktorn/app/", signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("andra-faktorn/app/ta-bort/", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "andra-faktorn/koder/",
        signed_in(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "andra-faktorn/koder/nya/",
        signed_in(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "andra-faktorn/koder/fil/",
        signed_in(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("nycklar/", signed_in(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("nycklar/ny/", signed_in(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("nycklar/logga-in/", public(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path(
        "nycklar/bekrafta/",
        signed_in(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "nycklar/<int:pk>/ta-bort/", signed_in(webauthn.remove_webauthn), name="mfa_remove_webauthn"
    ),
    path("nycklar/<int:pk>/", signed_in(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("annanstans/misslyckades/", public(social.login_error), name="socialaccount_login_error"),
    path(
        "annanstans/avbrutet/",
        public(social.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path("oidc/<slug:provider_id>/login/", _far(oidc.login), name="openid_connect_login"),
    path(
        "oidc/<slug:provider_id>/login/callback/",
        _far(oidc.callback),
        name="openid_connect_callback",
    ),
]

if apps.is_installed("allauth.socialaccount.providers.saml"):
    from allauth.socialaccount.providers.saml import views as saml

    urlpatterns += [
        path("saml/<slug:organization_slug>/login/", _far(saml.login), name="saml_login"),
        path("saml/<slug:organization_slug>/acs/", public(saml.acs), name="saml_acs"),
        path(
            "saml/<slug:organization_slug>/acs/finish/",
            _far(saml.finish_acs),
            name="saml_finish_acs",
        ),
        path("saml/<slug:organization_slug>/sls/", _far(saml.sls), name="saml_sls"),
        path("saml/<slug:organization_slug>/metadata/", _far(saml.metadata), name="saml_metadata"),
    ]
