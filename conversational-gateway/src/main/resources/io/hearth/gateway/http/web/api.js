// Talks to Hearth: questions, turns, and the stream of events.

const TRY_AGAIN_MILLIS = 2000;

/** Asks for the token once and keeps it as a cookie, which the stream of events brings along too. */
function askForToken() {
  const token = prompt('Hearth asks for its token (the file of http.tokenFile holds it):');
  if (!token) return;
  document.cookie = `hearth-token=${encodeURIComponent(token.trim())}; path=/; max-age=31536000; SameSite=Strict`;
  location.reload();
}

async function answer(response) {
  if (response.status === 401) askForToken();
  let body;
  try {
    body = await response.json();
  } catch {
    throw new Error(`Hearth answered with status ${response.status}.`);
  }
  if (!response.ok && body.error) throw new Error(body.error);
  return body;
}

export async function get(path) {
  return answer(await fetch(path, { headers: { Accept: 'application/json' } }));
}

/** Says something; the answer comes when the turn has ended. */
export async function say(said) {
  let response;
  try {
    response = await fetch('api/turns', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(said),
    });
  } catch {
    throw new Error('Hearth cannot be reached.');
  }
  return answer(response);
}

/** Follows the events, for ever; connected and lost are told each time they come true. */
export function follow({ connected, lost, event }) {
  let source;
  const open = () => {
    source = new EventSource('api/events');
    source.onopen = connected;
    source.onmessage = (message) => event(JSON.parse(message.data));
    source.onerror = () => {
      lost();
      if (source.readyState === EventSource.CLOSED) setTimeout(open, TRY_AGAIN_MILLIS);
    };
  };
  open();
  addEventListener('pagehide', () => source.close());
}
