// In-page timers: what the reader sees, on the page's own clock.
(() => {
  const paths = () => [...document.querySelectorAll(".choroplethlayer path")];
  const fill = (path) => path.style.fill || path.getAttribute("fill") || "";
  const fills = () => paths().map(fill).join("|");
  const painted = (counties) => {
    const drawn = paths();
    return drawn.length >= counties && drawn.every((path) => fill(path) && path.getAttribute("d"));
  };
  const twoFrames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

  // Milliseconds from the next click to changed fills plus two frames, left in `repaint`.
  const arm = (counties) => {
    const before = fills();
    timers.repaint = null;
    const onClick = () => {
      const clicked = performance.now();
      const look = () => {
        if (painted(counties) && fills() !== before) {
          twoFrames(() => { timers.repaint = performance.now() - clicked; });
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    document.addEventListener("click", onClick, { capture: true, once: true });
  };

  // Milliseconds from navigation to the sentence and to the painted map, left in `sentence`, `map`.
  const watch = (counties) => {
    const look = () => {
      const spoken = () => [...document.querySelectorAll("h3")].some((h) => /is short/.test(h.innerText));
      if (timers.sentence === null && spoken()) timers.sentence = performance.now();
      if (timers.map === null && painted(counties)) timers.map = performance.now();
      if (timers.map === null || timers.sentence === null) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  const timers = { repaint: null, sentence: null, map: null, arm, watch, painted };
  window.timers = timers;
})();
