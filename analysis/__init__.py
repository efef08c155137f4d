"""Questions about shortage, and the algorithms and charts that answer them."""
