// <form data-passkey="get|create">: submitting it asks the browser for a passkey and sends what it says.
// What the server asks for stands in data-options, or is fetched from data-options-from.
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const withBytes = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));

function forBrowser({ publicKey }, passwordless) {
  const asked = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  asked.allowCredentials = withBytes(publicKey.allowCredentials);
  asked.excludeCredentials = withBytes(publicKey.excludeCredentials);
  if (publicKey.user) {
    asked.user = { ...publicKey.user, id: toBytes(publicKey.user.id) };
    asked.authenticatorSelection = {
      ...publicKey.authenticatorSelection,
      residentKey: passwordless ? "required" : "discouraged",
      requireResidentKey: passwordless,
      userVerification: passwordless ? "required" : "preferred",
    };
  }
  return { publicKey: asked };
}

function forServer(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  return {
    type: credential.type, id: credential.id, rawId: toText(credential.rawId), response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.optionsFrom, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`no options: ${answer.status}`);
  return (await answer.json()).request_options;
}

async function ask(form) {
  const passwordless = form.elements.passwordless?.checked ?? true;
  const asked = forBrowser(await options(form), passwordless);
  const create = form.dataset.passkey === "create";
  const credential = await (create ? navigator.credentials.create(asked) : navigator.credentials.get(asked));
  form.elements.credential.value = JSON.stringify(forServer(credential));
  form.submit();
}

addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-passkey]");
  if (!form) return;
  event.preventDefault();
  const failure = form.querySelector("[data-passkey-failed]");
  failure.hidden = true;
  ask(form).catch(() => { failure.hidden = false; });
});
