"""What is kept between builds, and work on several processes."""
