Feature: Sham arms are not graded

  A sham is not a badly done treatment. Sham and control arms are listed and not judged by the standard
  of the treatment; a real treatment that was given in such an arm is graded as what it is.

  Rule: Sham and control arms are listed without a grade

    Scenario: Neurotomy against sham and against no treatment
      Given a trial of conventional radiofrequency neurotomy of the lumbar medial branches with these arms
        | arm                       | role    |
        | neurotomy                 | active  |
        | electrode without current | sham    |
        | waiting list              | control |
      Then the result says
        | arm                       | result              |
        | neurotomy                 | graded              |
        | electrode without current | not graded: sham    |
        | waiting list              | not graded: control |

  Rule: A comparator is graded like any treatment

    Scenario: Two ways of placing the electrode
      Given a trial of conventional radiofrequency neurotomy of the lumbar medial branches with these arms
        | arm             | role       | Orientation of the electrode to the nerve |
        | along the nerve | active     | parallel                                  |
        | end-on          | comparator | perpendicular                             |
      Then the result says
        | arm             | result | delivery        |
        | along the nerve | graded | undetermined    |
        | end-on          | graded | poor to limited |

  Rule: A real treatment in a sham arm is graded as its own procedure

    Scenario: Every patient got a real injection, half of them pulsed radiofrequency, the others a sham of it
      Given a trial of several procedures with these arms
        | arm                  | role   | procedure                                                |
        | pulsed and injection | active | pulsed radiofrequency of the lumbar dorsal root ganglion |
        | pulsed and injection | active | lumbar transforaminal epidural steroid injection         |
        | sham and injection   | sham   | pulsed radiofrequency of the lumbar dorsal root ganglion |
        | sham and injection   | active | lumbar transforaminal epidural steroid injection         |
      Then the result says
        | arm                  | procedure                                                | result           |
        | pulsed and injection | pulsed radiofrequency of the lumbar dorsal root ganglion | graded           |
        | pulsed and injection | lumbar transforaminal epidural steroid injection         | graded           |
        | sham and injection   | pulsed radiofrequency of the lumbar dorsal root ganglion | not graded: sham |
        | sham and injection   | lumbar transforaminal epidural steroid injection         | graded           |
