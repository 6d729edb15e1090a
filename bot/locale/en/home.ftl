# /home

home-summary = The first screen
home-goal = Heading for: { $name }
home-no-goal = No role to head for yet
home-nothing-yet = Once you begin to practise, you'll see here how you're coming on and what is worth practising next.
home-change-goal = Change the role I head for
