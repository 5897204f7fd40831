// A real OpenID Connect provider on loopback. Whoever signs in under a name is that person.
import { createRequire } from "node:module";

const [modules, port, redirects, persons] = process.argv.slice(2);
const { Provider } = createRequire(`${modules}/`)("oidc-provider");
const known = JSON.parse(persons);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: "gensvar", client_secret: "a secret between the two", redirect_uris: redirects.split(",") }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  cookies: { keys: ["only for this try"] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...known[id] }) }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
