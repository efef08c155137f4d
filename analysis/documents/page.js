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
  const go = (n) => {
    const stop = stops[Math.max(0, Math.min(stops.length - 1, n))];
    stop.closest("header, section").scrollIntoView();
    stop.focus({ preventScroll: true });
  };
  const keys = { ArrowRight: () => here() + 1, ArrowLeft: () => here() - 1, Home: () => 0, End: () => stops.length - 1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(".rows")) return;
    const to = keys[event.key];
    if (to) { event.preventDefault(); go(to()); }
  });
})();
