//! Sign-in with an organisation's own identity provider, by OpenID Connect: the authorisation code flow with PKCE.
//!
//! The provider says who somebody is; whether she may come in, and what she may do, is Muster's to say: she must have been
//! invited under an e-mail address that the provider has verified, and is known by the provider's own name for her from
//! then on. What has to be remembered between going there and
//! coming back lies in a cookie of that browser alone, so that any server can go on, and nobody else's answer is taken.

use std::sync::Mutex;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};
use serde_json::json;
use tokio::sync::Semaphore;

use super::{AccountError, email_form, sessions};
use crate::audit;
use crate::ids::Secret;
use crate::state::State;
use crate::storage::access::Identity;
use crate::storage::accounts::Admin;
use crate::storage::{StorageError, WriteUnit};

/// The address to which the provider sends people back, below Muster's own.
pub const BACK: &str = "/api/single-sign-on/end";

/// A provider is slow or gone after this.
const PATIENCE: Duration = Duration::from_secs(10);
/// So many ask it at once; more wait.
const AT_ONCE: usize = 4;
/// One that couldn't be asked isn't asked again for so long.
const GIVEN_UP: SignedDuration = SignedDuration::from_secs(30);
/// What the provider says about itself is read again after this; its keys change now and then.
const FRESH: SignedDuration = SignedDuration::from_mins(10);
/// The largest answer of a provider that is read.
const MOST_BYTES: u64 = 1024 * 1024;

/// A provider, and who we are to it.
#[derive(Debug)]
pub struct Provider {
    issuer: IssuerUrl,
    client: ClientId,
    secret: ClientSecret,
    back: RedirectUrl,
    agent: ureq::Agent,
    /// When it was asked last, and what it says of itself, or why it couldn't be asked.
    known: Mutex<Option<(Timestamp, Result<CoreProviderMetadata, String>)>>,
    at_once: Arc<Semaphore>,
}

/// Where somebody is sent, and what her browser keeps until she is back.
#[derive(Debug)]
pub struct Away {
    /// The provider's page.
    pub address: String,
    /// What the cookie holds.
    pub kept: String,
}

/// Who came back, as the provider says.
struct Claimed {
    identity: Identity,
    /// Her address, if the provider has verified it.
    email: Option<String>,
}

/// Why nobody is signed in.
#[derive(Debug, thiserror::Error)]
pub enum SingleSignOnError {
    /// An address that isn't one.
    #[error("an address isn't one")]
    Address(#[from] openidconnect::url::ParseError),
    /// The provider can't be asked, or its answer isn't to be trusted: why, for the log.
    #[error("the identity provider: {0}")]
    Provider(String),
    /// The answer isn't one to a question of this browser.
    #[error("the answer belongs to no sign-in that this browser began")]
    Foreign,
    /// Who she is, is known; she wasn't invited, or is disabled, or her address isn't verified.
    #[error("nobody was invited under a verified address of hers")]
    Uninvited,
    /// The admin with her address is bound to somebody else at the provider.
    #[error("the admin with this address is bound to another subject")]
    AnotherSubject,
    /// The thread that asked the provider is gone.
    #[error("the thread that asked the identity provider ended")]
    Thread(#[from] tokio::task::JoinError),
    /// Signing in failed.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl From<StorageError> for SingleSignOnError {
    fn from(error: StorageError) -> Self {
        Self::Account(error.into())
    }
}

impl Provider {
    /// A provider by its issuer's address, and Muster's own address, to which people come back.
    pub fn new(issuer: &str, client: &str, secret: &str, public_url: &str) -> Result<Self, SingleSignOnError> {
        let back = format!("{}{BACK}", public_url.trim_end_matches('/'));
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            // Following the provider's redirects would let it make the server ask other machines.
            .max_redirects(0)
            .timeout_global(Some(PATIENCE))
            .build()
            .new_agent();
        Ok(Self {
            issuer: IssuerUrl::new(issuer.to_owned())?,
            client: ClientId::new(client.to_owned()),
            secret: ClientSecret::new(secret.to_owned()),
            back: RedirectUrl::new(back)?,
            agent,
            known: Mutex::new(None),
            at_once: Arc::new(Semaphore::new(AT_ONCE)),
        })
    }

    /// The provider's page for somebody who wants to sign in.
    pub async fn away(self: &Arc<Self>, state: &State) -> Result<Away, SingleSignOnError> {
        let (csrf, nonce, verifier) = (state.ids.secret().text(), state.ids.secret().text(), state.ids.secret().text());
        let (provider, now) = (Arc::clone(self), state.clock.now());
        self.asked(move || {
            let metadata = provider.metadata(now)?;
            let client = CoreClient::from_provider_metadata(metadata, provider.client.clone(), None)
                .set_redirect_uri(provider.back.clone());
            let kept = format!("{csrf}.{nonce}.{verifier}");
            let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier));
            let (address, _, _) = client
                .authorize_url(
                    CoreAuthenticationFlow::AuthorizationCode,
                    move || CsrfToken::new(csrf),
                    move || Nonce::new(nonce),
                )
                .add_scope(Scope::new("email".to_owned()))
                .set_pkce_challenge(challenge)
                .url();
            Ok(Away { address: address.into(), kept })
        })
        .await
    }

    /// Asks the provider on a thread, a few at a time: one that says nothing must not take the threads on which passwords
    /// are looked at, and files planned.
    async fn asked<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, SingleSignOnError> + Send + 'static,
    ) -> Result<T, SingleSignOnError> {
        let place = tokio::time::timeout(PATIENCE, Arc::clone(&self.at_once).acquire_owned()).await;
        let place =
            place.map_err(|_| SingleSignOnError::Provider("it is slow, and too many wait for it".to_owned()))?;
        tokio::task::spawn_blocking(move || {
            let _place = place;
            work()
        })
        .await?
    }

    /// Who came back, as the provider says.
    async fn claimed(self: &Arc<Self>, now: Timestamp, kept: &str, code: String) -> Result<Claimed, SingleSignOnError> {
        let mut parts = kept.split('.').skip(1).map(str::to_owned);
        let (Some(nonce), Some(verifier)) = (parts.next(), parts.next()) else {
            return Err(SingleSignOnError::Foreign);
        };
        let provider = Arc::clone(self);
        self.asked(move || {
            let metadata = provider.metadata(now)?;
            let client =
                CoreClient::from_provider_metadata(metadata, provider.client.clone(), Some(provider.secret.clone()))
                    .set_redirect_uri(provider.back.clone());
            let answer = client
                .exchange_code(AuthorizationCode::new(code))
                .map_err(|error| said(&error))?
                .set_pkce_verifier(PkceCodeVerifier::new(verifier))
                .request(&|request| ask(&provider.agent, request))
                .map_err(|error| said(&error))?;
            let token =
                answer.id_token().ok_or_else(|| SingleSignOnError::Provider("it gave no ID token".to_owned()))?;
            let claims = token.claims(&client.id_token_verifier(), &Nonce::new(nonce)).map_err(|error| said(&error))?;
            let verified = claims.email_verified().unwrap_or(false);
            Ok(Claimed {
                identity: Identity {
                    issuer: claims.issuer().as_str().to_owned(),
                    subject: claims.subject().as_str().to_owned(),
                },
                email: claims.email().filter(|_| verified).map(|email| email.as_str().to_owned()),
            })
        })
        .await
    }

    fn metadata(&self, now: Timestamp) -> Result<CoreProviderMetadata, SingleSignOnError> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = match known.as_ref() {
            Some((at, answer)) if now.duration_since(*at) < kept_for(answer) => answer.clone(),
            // Whoever waits meanwhile doesn't ask it again, even if it is asked in vain.
            _ => {
                let ask = |request| ask(&self.agent, request);
                let answer = CoreProviderMetadata::discover(&self.issuer, &ask).map_err(|error| in_words(&error));
                *known = Some((now, answer.clone()));
                answer
            }
        };
        answer.map_err(SingleSignOnError::Provider)
    }
}

/// Signs in who comes back from the provider with a code, if the answer is to this browser's question.
pub async fn sign_in(
    state: &State,
    provider: &Arc<Provider>,
    kept: &str,
    csrf: &str,
    code: String,
) -> Result<(Admin, Secret), SingleSignOnError> {
    let expected = kept.split('.').next().unwrap_or_default();
    if expected.is_empty() || crate::ids::hash_from_text(expected) != crate::ids::hash_from_text(csrf) {
        return Err(SingleSignOnError::Foreign);
    }
    let claimed = provider.claimed(state.clock.now(), kept, code).await?;
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let admin = match admin_for(&mut *unit, &claimed, now).await {
        Ok(admin) => admin,
        Err(error @ (SingleSignOnError::Uninvited | SingleSignOnError::AnotherSubject)) => {
            let details = json!({ "by": "provider", "cause": error.to_string() });
            audit::append(&mut *unit, now, audit::Actor::Nobody, "sign-in-refused", &details).await?;
            unit.commit().await?;
            return Err(error);
        }
        Err(error) => return Err(error),
    };
    let secret = sessions::begin(state, &mut *unit, admin.id, now).await?;
    audit::append(&mut *unit, now, audit::Actor::Admin(admin.id), "sign-in", &json!({ "by": "provider" })).await?;
    unit.commit().await?;
    Ok((admin, secret))
}

/// The admin who somebody at the provider is. At her first sign-in she is found by her address, which must be the invited
/// one byte by byte but for the case of ASCII letters: of two addresses that only resemble each other, each may be somebody
/// else's mailbox. From then on she is found by issuer and subject, as an address may be given to somebody else one day.
async fn admin_for(unit: &mut dyn WriteUnit, claimed: &Claimed, now: Timestamp) -> Result<Admin, SingleSignOnError> {
    if let Some(admin) = unit.admin_of_identity(&claimed.identity).await? {
        return if admin.disabled { Err(SingleSignOnError::Uninvited) } else { Ok(admin) };
    }
    let email = claimed.email.as_deref().ok_or(SingleSignOnError::Uninvited)?;
    // The form finds more than is let in: addresses that are the same have the same form.
    let found = unit.admin_by_email(&email_form(email)).await?;
    let found = found.filter(|admin| !admin.disabled && admin.email.eq_ignore_ascii_case(email));
    let admin = found.ok_or(SingleSignOnError::Uninvited)?;
    if unit.identity_of(admin.id).await?.is_some() {
        return Err(SingleSignOnError::AnotherSubject);
    }
    unit.bind_identity(admin.id, &claimed.identity, now).await?;
    audit::append(unit, now, audit::Actor::Admin(admin.id), "identity-bound", &json!({})).await?;
    Ok(admin)
}

/// Asks the provider.
fn ask(agent: &ureq::Agent, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let (parts, mut body) = agent.run(request)?.into_parts();
    let body = body.with_config().limit(MOST_BYTES).read_to_vec()?;
    Ok(HttpResponse::from_parts(parts, body))
}

/// How long an answer of the provider, or that there was none, is kept.
fn kept_for<T, E>(answer: &Result<T, E>) -> SignedDuration {
    if answer.is_ok() { FRESH } else { GIVEN_UP }
}

fn said(error: &(dyn std::error::Error + 'static)) -> SingleSignOnError {
    SingleSignOnError::Provider(in_words(error))
}

/// An error with its causes, for the log. None of them quotes what the provider says about a person.
fn in_words(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        text = format!("{text}: {error}");
        next = error.source();
    }
    text
}
