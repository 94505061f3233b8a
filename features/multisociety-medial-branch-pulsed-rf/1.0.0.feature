Feature: Pulsed radiofrequency of the lumbar and cervical medial branches

  That this is no standard technique is said of the two guidelines on facet joint pain and has not
  been confirmed in either. Until it is, the procedure has no rule set, and the result says that the
  word is not confirmed. It is never graded as a thermal neurotomy.

  Rule: Pulsed radiofrequency of a medial branch is no standard technique.
    Sources: Cohen 2020, on pulsed radiofrequency, to be confirmed (unverified); Hurley 2021, on
    pulsed radiofrequency, to be confirmed (unverified).

    Scenario Outline: Pulses at a medial branch
      Given a report of pulsed radiofrequency of the <region> medial branches
      Then the result says
        | result                |
        | no grade: no rule set |

      Examples: Not confirmed, and no neurotomy either
        | region   |
        | lumbar   |
        | cervical |
