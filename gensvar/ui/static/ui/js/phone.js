// The phone, in a window of its own: pages of the desk come and go, and the call stays. It signs in with a password that
// is given for a few minutes at a time and kept nowhere, tells the desk's pages how it stands (see phone-link.js), and
// answers by itself where its agent has already said that they answer. What the centre does with a call, it does itself.
const root = document.querySelector("[data-phone-window]");
const viewer = document.documentElement.dataset.viewer;
const token = document.querySelector("meta[name=csrf-token]")?.content;

if (root && viewer) {
  const $ = (id) => document.getElementById(id);
  const name = `gensvar-phone-${viewer}`;
  const desk = new BroadcastChannel(name);
  const sound = $("phone-sound");
  const pc = { iceServers: [], rtcpMuxPolicy: "require" };
  let state = "closed", said = "", agent = null, session = null, isLeft = false, isBack = false, isMuted = false;
  let ticks = 0, tries = 0, context = null, ringing = null, meters = [], trial = null;

  const kept = (key) => { try { return localStorage.getItem(`${name}-${key}`) ?? ""; } catch { return ""; } };
  const keep = (key, value) => { try { localStorage.setItem(`${name}-${key}`, value); } catch { /* this time only */ } };
  const ask = (url) => fetch(url, { method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual" });
  const look = () => document.body.dispatchEvent(new CustomEvent("phone-look"));
  const tell = () => desk.postMessage({ state, isMuted });
  const isTalking = () => Boolean(session?.isEstablished());
  const isDead = () => isTalking() && ["failed", "disconnected", "closed"].includes(session.connection?.iceConnectionState);

  function show(next, words = "") {
    state = next; said = words;
    root.dataset.state = state;
    for (const one of root.querySelectorAll("[data-when]")) one.hidden = !one.dataset.when.split(" ").includes(state);
    $("phone-said").textContent = said;
    for (const one of root.querySelectorAll("[data-digit]")) one.setAttribute("aria-disabled", String(!isTalking()));
    $("phone-mute").setAttribute("aria-pressed", String(isMuted));
    tell();
  }
  const stand = () => show(session ? (isTalking() ? "talking" : "ringing") : agent?.isRegistered() ? "ready" : "joining");

  // Devices, as they were chosen in this browser.
  const wanted = () => ({ audio: kept("microphone") ? { deviceId: { ideal: kept("microphone") } } : true, video: false });
  async function devices() {
    const found = await navigator.mediaDevices.enumerateDevices();
    for (const [id, kind] of [["microphone", "audioinput"], ["loudspeaker", "audiooutput"]]) {
      const choice = $(`phone-${id}`);
      const options = found.filter((one) => one.kind === kind && one.deviceId && one.deviceId !== "default");
      choice.replaceChildren(choice.options[0], ...options.map((one) => new Option(one.label, one.deviceId)));
      choice.value = options.some((one) => one.deviceId === kept(id)) ? kept(id) : "";
      choice.disabled = id === "loudspeaker" && !sound.setSinkId;
    }
  }
  async function hearFrom() { if (sound.setSinkId) await sound.setSinkId($("phone-loudspeaker").value).catch(() => {}); }
  async function speakInto() {
    const sender = session?.connection?.getSenders().find((one) => one.track?.kind === "audio");
    if (!sender) return;
    const stream = await navigator.mediaDevices.getUserMedia(wanted());
    sender.track.stop();
    stream.getAudioTracks()[0].enabled = !isMuted;
    await sender.replaceTrack(stream.getAudioTracks()[0]);
    measure("mine", stream);
  }

  // How loud it is, from nothing to one: sixty decibels.
  function measure(whose, stream) {
    context ??= new AudioContext();
    context.resume();
    const ear = context.createAnalyser();
    ear.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(ear);
    meters = [...meters.filter((one) => one.whose !== whose), { whose, ear, wave: new Float32Array(ear.fftSize) }];
  }
  function draw() {
    for (const { whose, ear, wave } of meters) {
      ear.getFloatTimeDomainData(wave);
      const power = Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length);
      $(`phone-level-${whose}`).value = Math.max(0, Math.min(1, 1 + (20 * Math.log10(power + 1e-9)) / 60));
    }
  }
  function quiet() {
    meters = [];
    for (const one of root.querySelectorAll("meter")) one.value = 0;
  }
  function ring(on) {
    ringing?.stop();
    ringing = null;
    if (!on) return;
    context ??= new AudioContext();
    context.resume();
    const gain = context.createGain();
    ringing = context.createOscillator();
    ringing.frequency.value = 425;
    gain.gain.value = 0;
    // A second of sound, and five of silence, for as long as any call rings.
    for (let at = 0; at < 60; at += 6) {
      gain.gain.setTargetAtTime(0.15, context.currentTime + at, 0.02);
      gain.gain.setTargetAtTime(0, context.currentTime + at + 1, 0.02);
    }
    ringing.connect(gain).connect(context.destination);
    ringing.start();
  }

  function answer() {
    if (!session || session.isEstablished() || session.isAnswering) return;
    session.isAnswering = true;
    ring(false);
    session.answer({ mediaConstraints: wanted(), pcConfig: pc });
  }
  function mute() {
    if (!isTalking()) return;
    isMuted = !isMuted;
    if (isMuted) session.mute({ audio: true }); else session.unmute({ audio: true });
    stand();
  }
  function press(tone) {
    if (!isTalking()) return;
    session.sendDTMF(tone, { duration: 120, interToneGap: 80, transportType: "RFC2833" });
    $("phone-typed").value = ($("phone-typed").value + tone).slice(-24);
  }

  // A call that was lost on the way is rung once more in the same place, and answered at once.
  async function callAgain() {
    if (isBack) return;
    isBack = true;
    const answered = await ask(root.dataset.again).catch(() => null);
    if (!answered?.ok) isBack = false;
    setTimeout(() => { isBack = false; }, 15000);
  }

  function over(one) {
    if (session !== one) return;
    session = null; isMuted = false;
    ring(false); quiet();
    sound.srcObject = null;
    $("phone-typed").value = "";
    look();
    stand();
  }

  function receive({ originator, session: one }) {
    if (originator !== "remote") return;
    if (session && isDead()) session.terminate();
    else if (session) { one.terminate({ status_code: 486 }); return; }
    session = one;
    let patience;
    one.on("icecandidate", ({ ready }) => { clearTimeout(patience); patience = setTimeout(ready, 400); });
    one.on("peerconnection", ({ peerconnection }) => {
      peerconnection.addEventListener("track", ({ streams, track }) => {
        const stream = streams[0] ?? new MediaStream([track]);
        sound.srcObject = stream;
        sound.play().catch(() => {});
        hearFrom();
        measure("theirs", stream);
      });
      peerconnection.addEventListener("iceconnectionstatechange", () => {
        if (peerconnection.iceConnectionState === "failed" && agent?.isRegistered()) callAgain();
      });
    });
    one.on("confirmed", () => {
      const mine = one.connection.getSenders().find((sender) => sender.track?.kind === "audio");
      if (mine) measure("mine", new MediaStream([mine.track]));
      stand(); look();
    });
    one.on("ended", () => over(one));
    one.on("failed", ({ cause }) => {
      over(one);
      if (cause === "User Denied Media Access") show("no-microphone");
    });
    if (isBack) { isBack = false; answer(); } else ring(true);
    stand(); look();
  }

  // Joining the telephone system, and staying joined.
  async function account() {
    const answered = await ask(root.dataset.account);
    if (answered.type === "opaqueredirect" || answered.status === 403) { leave("signed-out"); return null; }
    if (answered.status === 409) { leave("refused", (await answered.json()).message); return null; }
    if (!answered.ok) throw new Error(String(answered.status));
    return answered.json();
  }
  async function join() {
    show("joining");
    let given;
    try { given = await account(); } catch { show("lost"); setTimeout(join, 5000); return; }
    if (!given) return;
    let isToReturn = given.is_in_call && !session;
    isLeft = false;
    pc.iceServers = given.iceServers;
    agent = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(given.server)], uri: `sip:${given.login}@${new URL(given.server).hostname}`,
      authorization_user: given.login, password: given.password, register_expires: 120, session_timers: false,
      connection_recovery_min_interval: 1, connection_recovery_max_interval: 5, user_agent: "Gensvar",
    });
    agent.on("registered", () => {
      tries = 0;
      if (isToReturn || isDead()) { isToReturn = false; callAgain(); }
      stand();
    });
    // Just after it was given, a password may not have come to the telephone system yet.
    agent.on("registrationFailed", () => {
      if (isLeft) return;
      tries += 1;
      if (!session) show(tries > 10 ? "lost" : "joining");
      setTimeout(() => { if (agent?.isConnected()) agent.register(); }, Math.min(5000, 250 * tries));
    });
    agent.on("disconnected", () => { if (!isLeft && !session) show("lost"); });
    agent.on("newRTCSession", receive);
    agent.start();
  }
  function leave(why, words = "") {
    isLeft = true;
    agent?.stop();
    agent = null; session = null;
    ring(false); quiet();
    show(why, words);
  }
  async function renew() {
    const answered = await ask(root.dataset.here).catch(() => null);
    if (!answered || !agent) return;
    if (answered.ok) pc.iceServers = (await answered.json()).iceServers;
    else if (answered.status === 410) {
      const given = await account().catch(() => null);
      if (given) { pc.iceServers = given.iceServers; agent.set("password", given.password); agent.register(); }
    } else if ((answered.type === "opaqueredirect" || answered.status === 403) && !session) leave("signed-out");
  }

  function tick() {
    ticks += 1;
    tell();
    if (session) look();
    if (agent && ticks % 30 === 0) renew();
  }

  async function start() {
    show("joining");
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wanted());
      for (const track of stream.getTracks()) track.stop();
    } catch { show("no-microphone"); return; }
    context ??= new AudioContext();
    context.resume();
    await devices();
    keep("started", "1");
    const hold = () => { join(); return new Promise(() => {}); };
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return hold();
      show("elsewhere");
      navigator.locks.request(name, hold);
    });
  }

  async function tryMicrophone() {
    if (isTalking()) return;
    if (trial) { trial.getTracks().forEach((one) => one.stop()); trial = null; quiet(); return; }
    try { trial = await navigator.mediaDevices.getUserMedia(wanted()); } catch { show("no-microphone"); return; }
    await devices();
    measure("mine", trial);
    setTimeout(() => { if (trial) tryMicrophone(); }, 15000);
  }

  const acts = { start, answer, mute, "hang-up": () => session?.terminate(), try: tryMicrophone };
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.phoneDo) acts[button.dataset.phoneDo]();
    if (button?.dataset.digit) press(button.dataset.digit);
  });
  root.addEventListener("change", async ({ target }) => {
    if (!target.matches("#phone-microphone, #phone-loudspeaker")) return;
    keep(target.id.slice(6), target.value);
    if (target.id === "phone-loudspeaker") hearFrom(); else await speakInto().catch(() => show("no-microphone"));
  });
  desk.addEventListener("message", ({ data }) => {
    if (data.do === "answer") answer();
    if (data.do === "mute") mute();
    if (data.do === "ask") tell();
  });
  // The agent has said elsewhere that they answer.
  addEventListener("htmx:afterSwap", () => { if ($("phone-call")?.hasAttribute("data-lifts")) answer(); });
  navigator.mediaDevices?.addEventListener?.("devicechange", () => { if (state !== "closed") devices(); });
  addEventListener("beforeunload", (event) => { if (isTalking()) event.preventDefault(); });
  addEventListener("pagehide", () => desk.postMessage({ state: "away", isMuted: false }));

  setInterval(draw, 100);
  setInterval(() => { if (session && !isTalking()) look(); }, 500);
  try { new Worker(root.dataset.beat).addEventListener("message", tick); } catch { setInterval(tick, 2000); }
  if (!navigator.mediaDevices || !("locks" in navigator)) show("no-browser");
  else if (kept("started")) start();
  else show("closed");
}
