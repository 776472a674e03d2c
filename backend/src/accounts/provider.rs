//! An organisation's own identity provider, asked by OpenID Connect: who somebody is, and nothing else.

use std::sync::Mutex;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};
use tokio::sync::Semaphore;

use super::error::AccountError;
use crate::storage::StorageError;
use crate::storage::access::Identity;

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
pub(super) struct Claimed {
    /// Her name for ever.
    pub(super) identity: Identity,
    /// Her address, if the provider has verified it.
    pub(super) email: Option<String>,
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

    /// The provider's page for somebody who wants to sign in, with three secrets that nobody knows yet.
    pub(super) async fn away(
        self: &Arc<Self>,
        now: Timestamp,
        [csrf, nonce, verifier]: [String; 3],
    ) -> Result<Away, SingleSignOnError> {
        let provider = Arc::clone(self);
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
    pub(super) async fn claimed(
        self: &Arc<Self>,
        now: Timestamp,
        kept: &str,
        code: String,
    ) -> Result<Claimed, SingleSignOnError> {
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
