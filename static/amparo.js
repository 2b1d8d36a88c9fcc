// Makes the pages quicker and safer; every page works without it.
(function () {
  "use strict";
  var body = document.body, words = document.getElementById("words").dataset;
  var said = document.getElementById("said"), presses = 0, lastPress = 0, alone = false;

  function cover() {
    var sheet = document.createElement("div");
    sheet.className = "cover";
    sheet.setAttribute("role", "alert");
    sheet.textContent = words.loading;
    while (body.firstChild) { body.removeChild(body.firstChild); }  // gone, not hidden: what was typed too
    body.appendChild(sheet);
  }

  function leave() {
    cover();
    document.title = words.loading;
    // Once the cover is painted; replace, so that one press of Back does not return here.
    window.setTimeout(function () { window.location.replace(body.dataset.exit); }, 0);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a");
    if (link && link.getAttribute("href") === body.dataset.exit) { event.preventDefault(); leave(); }
  });

  // Shift three times, alone, each within 5 seconds of the last.
  document.addEventListener("keydown", function (event) {
    if (event.key === "Shift") { if (!event.repeat) { alone = true; } } else { alone = false; presses = 0; }
  });
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) { return; }
    alone = false;
    var now = Date.now();
    presses = now - lastPress > 5000 ? 1 : presses + 1;
    lastPress = now;
    if (presses >= 3) { leave(); } else { said.textContent = presses === 2 ? words.shiftOne : words.shiftTwo; }
  });
  document.addEventListener("pointerdown", function () { alone = false; presses = 0; });

  // A page the browser kept in memory may be one whose answers are erased: ask the site again.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { body.hidden = true; window.location.reload(); }
  });

  // A follow-up shows when the answer it follows is given. Hidden, it keeps what was typed.
  function given(name) {
    return Array.prototype.filter.call(document.getElementsByName(name), function (input) {
      return (input.type !== "radio" && input.type !== "checkbox") || input.checked;
    }).map(function (input) { return input.value; });
  }
  function reveal() {
    Array.prototype.forEach.call(document.querySelectorAll("[data-needs]"), function (field) {
      var needs = field.dataset.needs, cut = needs.indexOf("="), wanted = needs.slice(cut + 1).split("|");
      var parent = document.getElementsByName(needs.slice(0, cut))[0];
      parent = parent && parent.closest("[data-needs]");
      var met = given(needs.slice(0, cut)).some(function (value) { return wanted.indexOf(value) >= 0; });
      field.hidden = !(met && !(parent && parent.hidden));
    });
  }
  if (document.querySelector("[data-needs]")) { document.addEventListener("change", reveal); reveal(); }

  // A day of a timetable takes what the day above it has. Nothing above: nothing typed is lost.
  function copyDay(button) {
    var day = button.closest("details"), above = day.previousElementSibling.querySelectorAll("input");
    var told = Array.prototype.some.call(above, function (one) { return one.type === "checkbox" ? one.checked : one.value; });
    if (!told) { return; }
    Array.prototype.forEach.call(day.querySelectorAll("input"), function (input, n) {
      if (input.type === "checkbox") { input.checked = above[n].checked; } else { input.value = above[n].value; }
    });
    said.textContent = button.dataset.said;
  }
  Array.prototype.forEach.call(document.querySelectorAll("[data-said]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copyDay(button); });
  });

  // A button pressed twice sends once: the answer to the second would take the place of the first, and with it
  // of what is shown only one time. Later it may be pressed again, as when the network was gone.
  var sent = -1000;
  document.addEventListener("submit", function (event) {
    if (event.timeStamp - sent < 1000) { event.preventDefault(); } else { sent = event.timeStamp; }
  });

  var errors = document.getElementById("errors");
  if (errors) { errors.focus(); }

  // Before an idle visit ends: a warning. At its end: the screen is cleared.
  var idle = Number(body.dataset.idle || 0) * 1000, before = Number(body.dataset.warn || 0) * 1000;
  var warned = null, came = null, asked = 0, since = Date.now(), ended = false;
  function stay() {
    asked = Date.now();
    fetch(body.dataset.moreTime, { redirect: "manual" }).then(function (answer) {
      if (answer.type === "opaqueredirect") { end(); return; }  // the visit is over
      since = Date.now();
      if (warned) {
        warned.remove();
        warned = null;
        if (came) { came.focus(); }
        said.textContent = words.more;
      }
    }, function () {});  // no network just now: what is typed stays
  }
  // Any key, touch or wheel is use. Scrolling alone is not: our own focus() may scroll.
  function used() {
    if (idle && Date.now() - Math.max(since, asked) > Math.min(120000, idle / 10)) { stay(); }
  }
  ["input", "keydown", "pointerdown", "wheel"].forEach(function (kind) {
    document.addEventListener(kind, used, { passive: true });
  });
  function end() {
    if (ended) { return; }  // a click asks twice, as a touch and as a press: going twice would break off the first
    ended = true;
    window.clearInterval(timer);
    cover();
    document.title = words.loading;
    window.location.replace(body.dataset.start);
  }
  function warn() {
    warned = document.createElement("div");
    warned.className = "idle";
    warned.setAttribute("role", "alertdialog");
    warned.setAttribute("aria-label", words.idle);
    var text = document.createElement("p"), button = document.createElement("button");
    text.textContent = words.idle;
    button.type = "button";
    button.textContent = words.stay;
    button.addEventListener("click", stay);
    warned.append(text, button);
    came = document.activeElement;
    body.appendChild(warned);
    button.focus();
  }
  function look() {
    var gone = Date.now() - since;
    if (gone >= idle) { end(); } else if (gone >= idle - before && !warned) { warn(); }
  }
  var timer = idle ? window.setInterval(look, Math.min(5000, before / 10)) : 0;
  // A device that slept counts the time too, and shows nothing of it on waking.
  // And a tab one comes back to may be of a visit that was ended in another: ask the site.
  document.addEventListener("visibilitychange", function () {
    if (!idle) { return; }
    look();
    if (!document.hidden && Date.now() - since < idle) { stay(); }
  });

  // A paper in a frame, on a kiosk: its own Print button is small.
  Array.prototype.forEach.call(document.querySelectorAll("[data-print]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var frame = document.getElementById(button.dataset.print);
      frame.contentWindow.focus();
      frame.contentWindow.print();
    });
  });
}());
