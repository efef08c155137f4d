"""What a benchmark runs in a process of its own, by our way or another, and the inputs that it makes up."""
