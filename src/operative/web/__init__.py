"""The web application: pages made on the server; every form works without a script."""
