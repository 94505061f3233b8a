Feature: What is unknown is narrowed by facts, never by guessing

  Several values that a report leaves possible give several judgements, and these a range of grades. The
  middle of a range, the first number of two, and what is usual elsewhere are guesses, and none is made.

  Rule: Several possible values leave every judgement that one of them gives

    Scenario Outline: Temperature
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then "A non-cooled tip was heated to 80 °C or more." is judged <judgement>

      Examples: A range, patients who differed, and sources that disagree
        | temperature                          | judgement                      |
        | 75-85 °C                             | open: met or not met (unclear) |
        | 70 or 80 °C                          | open: met or not met (unclear) |
        | 75-85 °C, differing between patients | open: met or not met (unclear) |
        | 70 or 80 °C (sources disagree)       | open: met or not met (unclear) |

      Examples: Whichever it was, the judgement is the same
        | temperature                          | judgement |
        | 80-85 °C                             | met       |
        | 80-85 °C, differing between patients | met       |
        | 80 or 85 °C (sources disagree)       | met       |
        | 60-70 °C                             | not met   |

  Rule: What can no longer matter is not asked for

    Scenario Outline: Watching contrast run
      Given the trial began to recruit in 2024
      And a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance              | <guidance>    |
        | Contrast medium             | given         |
        | Contrast watched live       | <live>        |
        | Digital subtraction imaging | <subtraction> |
      Then "Contrast was watched live or by digital subtraction while it ran." is judged <judgement>

      Examples: One answer makes the other superfluous
        | guidance    | live         | subtraction   | judgement                           |
        | fluoroscopy | yes          | not extracted | met                                 |
        | fluoroscopy | not reported | yes           | met                                 |
        | fluoroscopy | no           | not reported  | open: met or not met (not reported) |

      Examples: The reason names only what still matters
        | guidance     | live | subtraction   | judgement                                  |
        | not reported | yes  | not extracted | open: met or not applicable (not reported) |

  Rule: A range of judgements is a range of grades

    Scenario Outline: One fact that is not known of an otherwise complete procedure
      Given a report of cooled radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance        | <guidance> |
        | Electrode temperature | 60 °C      |
        | Duration per lesion   | <duration> |
      Then the grade of delivery is <grade>

      Examples: From the worst to the best that is possible
        | guidance     | duration     | grade           |
        | fluoroscopy  | 150 s        | full            |
        | fluoroscopy  | 120 to 150 s | limited to full |
        | not reported | 150 s        | undetermined    |
        | not reported | 120 s        | poor to limited |

  Rule: What a reader inferred may tell what was done, never that it was done well

    Scenario Outline: Fluoroscopy, written and inferred
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | given      |
      Then "The needle was placed, or its position was checked, under fluoroscopy or CT." is judged <guided>
      And "Contrast was given before the drug." is judged <seen>

      Examples: An inference decides that contrast is asked for, and not that the needle was guided
        | guidance               | guided                         | seen |
        | fluoroscopy            | met                            | met  |
        | fluoroscopy (inferred) | open: met or not met (unclear) | met  |
