// Signs in with a passkey and sets one up, with Spring Security's endpoints. The parts of the page are hidden until here,
// where the browser is known to have passkeys.
type Options = { challenge: string; user?: { id: string }; excludeCredentials?: Named[]; allowCredentials?: Named[] };
type Named = { id: string };

const bytes = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0)).buffer;

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const named = (list: Named[] | undefined) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

async function post(path: string, csrf: string, body?: unknown): Promise<any> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf },
    body: JSON.stringify(body ?? {}),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

async function register(csrf: string): Promise<void> {
  const options: Options = await post('/webauthn/register/options', csrf);
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user!.id) },
    excludeCredentials: named(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  await post('/webauthn/register', csrf, {
    publicKey: {
      label: device(),
      credential: {
        id: made.id,
        rawId: text(made.rawId),
        type: made.type,
        response: {
          attestationObject: text(response.attestationObject),
          clientDataJSON: text(response.clientDataJSON),
          transports: response.getTransports?.() ?? [],
        },
        clientExtensionResults: made.getClientExtensionResults(),
        authenticatorAttachment: made.authenticatorAttachment,
      },
    },
  });
  location.href = '/account?done=passkey';
}

async function signIn(csrf: string, next: string): Promise<void> {
  const options: Options = await post('/webauthn/authenticate/options', csrf);
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: named(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = shown.response as AuthenticatorAssertionResponse;
  await post('/login/webauthn', csrf, {
    id: shown.id,
    rawId: text(shown.rawId),
    type: shown.type,
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined,
    },
    clientExtensionResults: shown.getClientExtensionResults(),
    authenticatorAttachment: shown.authenticatorAttachment,
  });
  location.href = next;
}

// Enough to tell one's devices apart in the list, and no more.
function device(): string {
  const agent = navigator.userAgent;
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? 'This device';
  return `${system}, ${new Date().toISOString().slice(0, 10)}`;
}

function offer(part: HTMLElement | null, act: (part: HTMLElement) => Promise<void>): void {
  if (!part || !window.PublicKeyCredential) return;
  part.hidden = false;
  part.querySelector('button')!.addEventListener('click', async () => {
    const told = part.querySelector('[role=status]')!;
    told.textContent = '';
    try {
      await act(part);
    } catch {
      told.textContent = part.dataset['failed']!;
    }
  });
}

const csrf = () => document.querySelector<HTMLInputElement>('input[name=_csrf]')!.value;
offer(document.querySelector('[data-passkey-register]'), () => register(csrf()));
offer(document.querySelector('[data-passkey-sign-in]'), (part) => signIn(csrf(), part.dataset['next']!));
