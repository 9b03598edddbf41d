"""The door and the story: pages, REST, command line, and the steps that move a case on."""
