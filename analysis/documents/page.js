// Draws each figure when it comes near the screen, and moves from slide to slide by keyboard.
(async () => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const unpacked = (packed) => new Response(new Blob([Uint8Array.from(atob(packed), (one) => one.charCodeAt(0))])
    .stream().pipeThrough(new DecompressionStream("gzip"))).json();
  const figures = read("figures"), told = read("shapes");
  const shapes = typeof told === "string" ? await unpacked(told) : told;
  const layers = Object.fromEntries(["coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits"].map(
    (name) => [name, { type: "GeometryCollection", geometries: [] }]));
  const none = { type: "Topology", objects: layers, arcs: [] };
  window.PlotlyGeoAssets = { topojson: { world_110m: none, usa_110m: none } };
  for (const figure of figures)
    for (const trace of figure.data)
      if (typeof trace.geojson === "string") window.PlotlyGeoAssets[trace.geojson] = shapes[trace.geojson.split("/").pop()];

  const options = { displaylogo: false, displayModeBar: false, scrollZoom: false, responsive: true };
  const draw = (place) => {
    if (place.dataset.drawn) return;
    place.dataset.drawn = "yes";
    const figure = figures[place.dataset.figure];
    Plotly.newPlot(place, figure.data, figure.layout, options);
  };
  const places = [...document.querySelectorAll("[data-figure]")];
  const watch = new IntersectionObserver(
    (seen) => seen.forEach((one) => { if (one.isIntersecting) { watch.unobserve(one.target); draw(one.target); } }),
    { rootMargin: "1000px" });
  places.forEach((place) => watch.observe(place));
  window.addEventListener("beforeprint", () => places.forEach(draw));

  const stops = [...document.querySelectorAll("h1, h2")];
  const here = () => {
    const passed = stops.filter((stop) => stop.getBoundingClientRect().top < window.innerHeight / 2);
    return Math.max(0, passed.length - 1);
  };
  const body = document.body, count = document.getElementById("count");
  // On a slide a figure fills what is left of the screen, its type as large as that allows.
  const fit = (place) => {
    const figure = place._fullLayout && figures[place.dataset.figure], presenting = body.classList.contains("present");
    if (!figure) return;
    const tall = figure.layout.height || 400, base = figure.layout.geo ? 260 : Math.max(Math.min(tall, 340), 0.8 * tall);
    const beside = getComputedStyle(place.parentElement).flexDirection === "row";
    const taken = beside ? 0 : [...place.parentElement.children].reduce((sum, one) => sum + (one === place ? 0 : one.offsetHeight), 0);
    const room = Math.max(place.parentElement.clientHeight - taken, 160);
    const zoom = presenting ? Math.max(1, Math.min(room / base, window.innerHeight / 400)) : 1;
    place.style.zoom = zoom;
    Plotly.relayout(place, { height: presenting ? Math.floor(room / zoom) : tall, autosize: true });
  };
  const slides = document.querySelectorAll("section[id^=slide-]").length;
  const tell = (n) => { count.textContent = n && n <= slides ? `${n} / ${slides}` : ""; };
  const present = (on) => {
    const n = here();
    body.classList.toggle("present", on);
    body.classList.remove("blank");
    places.forEach((place) => { draw(place); fit(place); });
    go(n);
    if (!on && document.fullscreenElement) document.exitFullscreen();
  };
  const whole = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.());
  const go = (n) => {
    tell(n);
    const stop = stops[Math.max(0, Math.min(stops.length - 1, n))];
    stop.closest("header, section").scrollIntoView();
    stop.focus({ preventScroll: true });
  };
  const keys = { ArrowRight: () => here() + 1, ArrowLeft: () => here() - 1, Home: () => 0, End: () => stops.length - 1 };
  document.addEventListener("keydown", (event) => {
    const presenting = body.classList.contains("present"), key = event.key.toLowerCase();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest(".rows") && !["escape", "b"].includes(key)) return;
    if (key === "p") return present(!presenting);
    if (key === "f") return whole();
    if (key === "escape" && presenting) return present(false);
    if (key === "b" && presenting) return body.classList.toggle("blank");
    const to = keys[event.key] || (presenting && { " ": keys.ArrowRight, PageDown: keys.ArrowRight, PageUp: keys.ArrowLeft }[event.key]);
    if (to) { event.preventDefault(); body.classList.remove("blank"); go(Math.min(to(), stops.length - 1)); }
  });
  document.getElementById("present").addEventListener("click", () => { present(true); whole(); });
  window.addEventListener("resize", () => body.classList.contains("present") && places.forEach(fit));
  if (location.hash === "#present") window.addEventListener("load", () => present(true));
})();
