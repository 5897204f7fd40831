// A clock of its own: the timers of a page that is not looked at are slowed down to one a minute, those of a worker are not.
setInterval(() => postMessage(0), 2000);
