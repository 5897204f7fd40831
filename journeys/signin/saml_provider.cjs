// A real SAML identity provider on loopback. Its page asks only who you are.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const { inflateRawSync } = require("node:zlib");

const [modules, port, answers, certificate, key, persons] = process.argv.slice(2);
const peer = createRequire(`${modules}/`);
const [express, samlp] = [peer("express"), peer("samlp")];
const known = JSON.parse(persons);
const app = express();

app.get("/sso", (request, response, next) => {
  const user = known[request.query.who];
  if (!user) {
    const kept = ["SAMLRequest", "RelayState"].map((name) => `<input type="hidden" name="${name}" value="${request.query[name] ?? ""}">`);
    response.send(`<form><input name="who" aria-label="who">${kept.join("")}<button>Go</button></form>`);
    return;
  }
  request.user = user;
  // The answer goes where the question came from: one of the addresses told at the start.
  const question = inflateRawSync(Buffer.from(request.query.SAMLRequest, "base64")).toString();
  const asked = /AssertionConsumerServiceURL="([^"]+)"/.exec(question)[1];
  if (!answers.split(",").includes(asked)) {
    response.status(400).send("unknown address");
    return;
  }
  samlp.auth({
    issuer: `http://127.0.0.1:${port}/metadata`,
    cert: readFileSync(certificate),
    key: readFileSync(key),
    destination: asked,
    recipient: asked,
    getPostURL: (_audience, _dom, _request, done) => done(null, asked),
  })(request, response, next);
});
app.listen(Number(port), "127.0.0.1", () => console.log("ready"));
