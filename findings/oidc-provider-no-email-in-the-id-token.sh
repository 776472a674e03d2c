#!/bin/sh
# oidc-provider 9.13.3 (npm, a certified OpenID provider): as it comes, an ID token of the code flow holds neither email nor
# email_verified, even when the client asked for the scope `email` and the account has both: they are at the userinfo
# address only (OpenID Connect Core 5.4). With `conformIdTokenClaims: false` they stand in the token. A client that reads the
# token only takes every account for one without an address.
# Seen, scope "openid email": claims aud, exp, iat, iss, sub; with the setting also email, email_verified.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" oidc-provider@9.13.3
cat > seen.mjs <<'NODE'
import assert from "node:assert";
import http from "node:http";
import { createHash } from "node:crypto";
import Provider from "oidc-provider";

async function claims(settings) {
    const server = http.createServer().listen(0, "127.0.0.1");
    await new Promise(done => server.once("listening", done));
    const issuer = `http://127.0.0.1:${server.address().port}`, back = "http://127.0.0.1/back";
    const provider = new Provider(issuer, {
        clients: [{ client_id: "desk", client_secret: "made-up", redirect_uris: [back] }],
        claims: { email: ["email", "email_verified"] },
        findAccount: (context, id) => ({
            accountId: id,
            claims: () => ({ sub: id, email: "ann@example.com", email_verified: true }),
        }),
        ...settings,
    });
    server.on("request", provider.callback());
    const jar = new Map();
    const go = async (address, form) => {
        const answer = await fetch(new URL(address, issuer), {
            redirect: "manual", method: form ? "POST" : "GET", body: form && new URLSearchParams(form),
            headers: { cookie: [...jar].map(pair => pair.join("=")).join("; ") },
        });
        for (const cookie of answer.headers.getSetCookie()) jar.set(...cookie.split(";")[0].split(/=(.*)/s));
        return answer;
    };
    const verifier = "v".repeat(64), challenge = createHash("sha256").update(verifier).digest("base64url");
    let answer = await go("/auth?" + new URLSearchParams({ client_id: "desk", response_type: "code", redirect_uri: back,
        scope: "openid email", code_challenge: challenge, code_challenge_method: "S256" }));
    while (!answer.headers.get("location")?.startsWith(back)) {
        const next = answer.headers.get("location");
        if (next) { answer = await go(next); continue; }
        // The provider's own pages for development: sign in, then consent.
        const page = await answer.text(), prompt = /name="prompt" value="(\w+)"/.exec(page)[1];
        answer = await go(/action="([^"]+)"/.exec(page)[1], { prompt, login: "ann", password: "made-up" });
    }
    const code = new URL(answer.headers.get("location")).searchParams.get("code");
    const token = await fetch(issuer + "/token", { method: "POST", headers: { authorization: "Basic " + btoa("desk:made-up") },
        body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: back, code_verifier: verifier }) });
    const { id_token } = await token.json();
    server.close();
    server.closeAllConnections();
    return Object.keys(JSON.parse(Buffer.from(id_token.split(".")[1], "base64url"))).sort().join();
}
assert.equal(await claims({}), "aud,exp,iat,iss,sub");
assert.equal(await claims({ conformIdTokenClaims: false }), "aud,email,email_verified,exp,iat,iss,sub");
NODE
node seen.mjs > words 2>&1 || { cat words; exit 1; }
echo "as seen"
