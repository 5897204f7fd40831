// A real SAML identity provider on loopback. Its page asks only who you are.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");

const [modules, port, answers, certificate, key, persons] = process.argv.slice(2);
const peer = createRequire(`${modules}/`);
const [express, samlp] = [peer("express"), peer("samlp")];
const known = JSON.parse(persons);
const app = express();

app.get("/sso", (request, response, next) => {
  const user = known[request.query.who];
  if (!user) {
    const kept = ["SAMLRequest", "RelayState"].map((name) => `<input type="hidden" name="${name}" value="${encodeURI(request.query[name] ?? "").replaceAll("%20", "+")}">`);
    response.send(`<form><input name="who" aria-label="who">${kept.join("")}<button>Go</button></form>`);
    return;
  }
  request.user = user;
  samlp.auth({
    issuer: `http://localhost:${port}/metadata`,
    cert: readFileSync(certificate),
    key: readFileSync(key),
    // The answer goes where the question came from: one of the addresses told at the start.
    getPostURL: (_audience, dom, _request, done) => {
      const asked = dom.documentElement.getAttribute("AssertionConsumerServiceURL");
      done(answers.split(",").includes(asked) ? null : new Error(asked), asked);
    },
  })(request, response, next);
});
app.listen(Number(port), "127.0.0.1", () => console.log("ready"));
