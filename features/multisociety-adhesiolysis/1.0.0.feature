Feature: Percutaneous lumbar adhesiolysis

  What a multi-society document asks of adhesiolysis through an epidural catheter, one rule for each
  demand. The document is the letter of 34 societies of 2025; procedure codes, payers' descriptions and
  a lecture are named where a demand rests on them, or is shown without being counted.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project.

  Background:
    Given the trial began to recruit in 2024

  Rule: The catheter was placed, or its position was checked, under fluoroscopy or CT.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); procedure
    codes, descriptors (secondary; part of the procedure).

    Scenario Outline: How the catheter was guided
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, something else, or nothing
        | guidance                             | judgement |
        | C-arm fluoroscopy                    | met       |
        | CT                                   | met       |
        | ultrasound with a fluoroscopic check | met       |
        | ultrasound alone                     | not met   |
        | MRI                                  | not met   |
        | endoscopy                            | not met   |
        | planned on earlier images, not live  | not met   |
        | no imaging                           | not met   |

  Rule: An epidurogram was made before adhesiolysis.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); procedure codes, descriptors (secondary; part of the procedure).

    Scenario Outline: An epidurogram
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | epidurogram      | met       |
        | CT                                   | given            | met       |
        | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | fluoroscopy                          | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | guidance                            | contrast         | judgement      |
        | fluoroscopy                         | contraindicated  | not applicable |
        | ultrasound alone                    | without contrast | not applicable |
        | MRI                                 | without contrast | not applicable |
        | endoscopy                           | without contrast | not applicable |
        | planned on earlier images, not live | without contrast | not applicable |
        | no imaging                          | without contrast | not applicable |

  Rule: The filling defect was shown before and after adhesiolysis.
    Level note, judged and shown, never counted. Source: Korean lecture 2026, adhesiolysis
    (secondary).

    Scenario Outline: The filling defect
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Filling defect shown | <shown> |
      Then this is judged <judgement>

      Examples: Before, and after
        | shown                | judgement |
        | before and after     | met       |
        | before but not after | not met   |
        | not shown            | not met   |

  Rule: The drugs of adhesiolysis were given through a catheter.
    Level note, judged and shown, never counted. Source: Blue Cross policies, descriptions of the
    procedure (read).

    Scenario Outline: Through what the drugs were given
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Catheter | <catheter> |
      Then this is judged <judgement>

      Examples: A catheter or a needle
        | catheter | judgement |
        | yes      | met       |
        | no       | not met   |

  Rule: The report says how the catheter was guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | guidance     | judgement |
        | fluoroscopy  | met       |
        | no imaging   | met       |
        | not reported | not met   |

  Rule: The report says whether contrast was given at adhesiolysis.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Contrast on paper
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could have shown it
        | guidance                             | contrast     | judgement |
        | fluoroscopy                          | given        | met       |
        | fluoroscopy                          | omitted      | met       |
        | fluoroscopy                          | not reported | not met   |
        | CT                                   | not reported | not met   |
        | ultrasound with a fluoroscopic check | not reported | not met   |

      Examples: Where it could not
        | guidance                            | contrast     | judgement      |
        | ultrasound alone                    | not reported | not applicable |
        | MRI                                 | not reported | not applicable |
        | endoscopy                           | not reported | not applicable |
        | planned on earlier images, not live | not reported | not applicable |
        | no imaging                          | not reported | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Image guidance | <guidance> |
      Then "The catheter was placed, or its position was checked, under fluoroscopy or CT." is judged <judgement>

      Examples: The name of the procedure does not tell
        | guidance                 | judgement                            |
        | fluoroscopy or endoscopy | open: met or not met (unclear)       |
        | not reported             | open: met or not met (not reported)  |
        | not extracted            | open: met or not met (not extracted) |

  Rule: How the grade follows
    Adequate cannot be reached in delivery, because guidance is critical and contrast major.
    Safety is not graded: no multi-society document has been found that asks anything of it here.

    Scenario Outline: A grade of delivery
      Given a report of percutaneous lumbar adhesiolysis
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Catheter        | <catheter> |
      Then the grade of delivery is <delivery>
      And the grade of safety is not applicable

      Examples: Complete procedures
        | guidance    | contrast         | catheter | delivery |
        | fluoroscopy | epidurogram      | yes      | full     |
        | fluoroscopy | epidurogram      | no       | full     |
        | fluoroscopy | contraindicated  | yes      | full     |
        | fluoroscopy | without contrast | yes      | limited  |
        | no imaging  | without contrast | yes      | poor     |

      Examples: What is silent widens the grade
        | guidance                 | contrast     | catheter     | delivery        |
        | fluoroscopy              | not reported | yes          | limited to full |
        | fluoroscopy or endoscopy | epidurogram  | yes          | undetermined    |
        | not reported             | not reported | not reported | undetermined    |
