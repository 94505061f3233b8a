Feature: Intra-articular steroid injection of the cervical facet joints

  What multi-society documents ask of a steroid injection into a cervical facet joint, one rule for
  each demand. The documents are the letter of 34 societies of 2025 and the practice advisory on
  contrast media (2021); others are named where a demand rests on them.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Background:
    Given the trial began to recruit in 2024

  Rule: The needle was guided to the cervical facet joint under fluoroscopy or CT; ultrasound alone is only tolerated.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); ASIPP 2020, as
    digested (secondary; mandatory, level I, strong); NASS 2013, as quoted (secondary; mandatory).

    Scenario Outline: How the needle was guided
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: Where X-ray showed the needle
        | guidance                             | judgement |
        | C-arm fluoroscopy                    | met       |
        | CT                                   | met       |
        | ultrasound with a fluoroscopic check | met       |

      Examples: Where it did not
        | guidance                            | judgement  |
        | ultrasound alone                    | partly met |
        | MRI                                 | not met    |
        | endoscopy                           | not met    |
        | planned on earlier images, not live | not met    |
        | no imaging                          | not met    |

  Rule: Contrast was given at the cervical facet joint before the drug.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); NASS 2013, as quoted (secondary;
    mandatory unless contraindicated).

    Scenario Outline: An arthrogram
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | arthrogram       | met       |
        | CT                                   | arthrogram       | met       |
        | ultrasound with a fluoroscopic check | arthrogram       | met       |
        | fluoroscopy                          | without contrast | not met   |
        | CT                                   | without contrast | not met   |
        | ultrasound with a fluoroscopic check | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | guidance                            | contrast         | judgement      |
        | fluoroscopy                         | contraindicated  | not applicable |
        | CT                                  | contraindicated  | not applicable |
        | ultrasound alone                    | without contrast | not applicable |
        | MRI                                 | without contrast | not applicable |
        | endoscopy                           | without contrast | not applicable |
        | planned on earlier images, not live | without contrast | not applicable |
        | no imaging                          | without contrast | not applicable |

  Rule: Contrast lay within the cervical facet joint.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, intended target reached
    (read); contrast advisory 2021, abstract (read).

    Scenario Outline: Where the contrast ran
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then this is judged <judgement>

      Examples: Contrast was seen
        | guidance                             | contrast | spread        | judgement |
        | fluoroscopy                          | given    | at target     | met       |
        | CT                                   | given    | at target     | met       |
        | ultrasound with a fluoroscopic check | given    | at target     | met       |
        | fluoroscopy                          | given    | not at target | not met   |
        | fluoroscopy                          | given    | not assessed  | not met   |

      Examples: There was none, or it could not be seen
        | guidance                            | contrast        | spread         | judgement      |
        | fluoroscopy                         | omitted         | not applicable | not applicable |
        | fluoroscopy                         | contraindicated | not applicable | not applicable |
        | ultrasound alone                    | given           | not assessed   | not applicable |
        | MRI                                 | given           | not assessed   | not applicable |
        | endoscopy                           | given           | not assessed   | not applicable |
        | planned on earlier images, not live | given           | not assessed   | not applicable |
        | no imaging                          | given           | not assessed   | not applicable |

  Rule: At most 0.3 mL of contrast was given into the cervical facet joint.
    Level note, judged and shown, never counted. Sources: Furman's atlas, cervical facet joint,
    lateral approach (secondary); Medscape, technique (secondary).

    Scenario Outline: How much contrast was given
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Contrast medium | <contrast> |
        | Contrast volume | <volume>   |
      Then this is judged <judgement>

      Examples: At and on both sides of 0.3 mL
        | contrast | volume         | judgement      |
        | given    | 0.1 mL         | met            |
        | given    | 0.25 mL        | met            |
        | given    | 0.3 mL         | met            |
        | given    | 0.32 mL        | not met        |
        | omitted  | not applicable | not applicable |

  Rule: The cervical facet joint was entered from the side or from behind.
    Level note, judged and shown, never counted. Source: Furman's atlas, cervical facet joint
    (secondary).

    Scenario Outline: Where the needle came from
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Approach to the facet joint | <approach> |
      Then this is judged <judgement>

      Examples: Both are described
        | approach       | judgement |
        | lateral        | met       |
        | posterior      | met       |
        | other approach | not met   |

  Rule: Less than one millilitre was injected into a cervical facet joint.
    Level note, judged and shown, never counted. Sources: Furman's atlas, cervical facet joint,
    lateral approach (secondary); spine textbook, cervical facet joint (secondary).

    Scenario Outline: How much was injected
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 1 mL
        | volume | judgement |
        | 0.5 mL | met       |
        | 0.9 mL | met       |
        | 1 mL   | not met   |
        | 1.1 mL | not met   |

  Rule: The needle at the cervical facet joint was 25 or 26 gauge.
    Level note, judged and shown, never counted. Source: Furman's atlas, cervical facet joint
    (secondary).

    Scenario Outline: How thick the needle was
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Needle gauge | <gauge> |
      Then this is judged <judgement>

      Examples: At and on both sides of 25 and of 26 gauge
        | gauge | judgement |
        | 24 G  | not met   |
        | 25 G  | met       |
        | 26 G  | met       |
        | 27 G  | not met   |

  Rule: At most three levels of cervical facet joints were injected in one session.
    Level minor, judged and shown, not counted until its wording is confirmed; the number is this
    project's own. Source: Furman's atlas, cervical facet joint, number to be confirmed (unverified).

    Scenario Outline: How many levels were injected
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Levels or joints per session | <levels> |
      Then this is judged <judgement>

      Examples: At and on both sides of 3 levels
        | levels | judgement |
        | 1      | met       |
        | 2      | met       |
        | 3      | met       |
        | 4      | not met   |

  Rule: A second view showed that the needle had not gone through the cervical facet joint into the canal.
    Level note, judged and shown, never counted. Sources: Medscape, technique (secondary); Furman's
    atlas, cervical facet joint (secondary).

    Scenario Outline: How deep the needle went
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Depth checked on a second view | <depth> |
      Then this is judged <judgement>

      Examples: On a second view
        | depth             | judgement |
        | outside the canal | met       |
        | inside the canal  | not met   |
        | not checked       | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Image guidance | <guidance> |
      Then "The needle was guided to the cervical facet joint under fluoroscopy or CT; ultrasound alone is only tolerated." is judged <judgement>

      Examples: Several kinds are possible
        | guidance                        | judgement                             |
        | fluoroscopy or ultrasound alone | open: met or partly met (unclear)     |
        | ultrasound alone or no imaging  | open: partly met or not met (unclear) |
        | fluoroscopy or CT               | met                                   |

      Examples: None is known
        | guidance      | judgement                                        |
        | unclear       | open: met, partly met or not met (unclear)       |
        | not reported  | open: met, partly met or not met (not reported)  |
        | not extracted | open: met, partly met or not met (not extracted) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Contrast was given at the cervical facet joint before the drug." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that an arthrogram was made
        | guidance          | contrast         | judgement                                           |
        | fluoroscopy       | not reported     | open: met, not met or not applicable (not reported) |
        | fluoroscopy or US | arthrogram       | open: met or not applicable (unclear)               |
        | not reported      | without contrast | open: not met or not applicable (not reported)      |

    Scenario Outline: Volume, as far as it is known
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Injectate volume | <volume> |
      Then "Less than one millilitre was injected into a cervical facet joint." is judged <judgement>

      Examples: A range keeps what it reaches, and nothing else
        | volume        | judgement                           |
        | 0.5 to 0.8 mL | met                                 |
        | 0.5 to 1 mL   | open: met or not met (unclear)      |
        | 1 mL or more  | not met                             |
        | not reported  | open: met or not met (not reported) |

  Rule: How the grade follows
    Guidance and the arthrogram decide; volume and the number of levels are shown. No counted demand
    can be missed so slightly that delivery would be adequate.

    Scenario Outline: A grade of delivery
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Image guidance               | <guidance> |
        | Contrast medium              | <contrast> |
        | Contrast spread              | <spread>   |
        | Injectate volume             | <volume>   |
        | Levels or joints per session | <levels>   |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>

      Examples: Complete procedures
        | guidance         | contrast         | spread         | volume | levels | delivery |
        | fluoroscopy      | arthrogram       | at target      | 0.5 mL | 2      | full     |
        | fluoroscopy      | arthrogram       | at target      | 2 mL   | 6      | full     |
        | fluoroscopy      | contraindicated  | not applicable | 0.5 mL | 2      | full     |
        | fluoroscopy      | arthrogram       | not at target  | 0.5 mL | 2      | limited  |
        | CT               | without contrast | not applicable | 0.5 mL | 2      | limited  |
        | ultrasound alone | without contrast | not applicable | 0.5 mL | 2      | limited  |
        | no imaging       | without contrast | not applicable | 0.5 mL | 2      | poor     |

      Examples: What is silent widens the grade
        | guidance         | contrast     | spread       | volume       | levels       | delivery        |
        | fluoroscopy      | arthrogram   | not reported | not reported | not reported | limited to full |
        | ultrasound alone | not reported | not reported | not reported | not reported | limited         |
        | not reported     | arthrogram   | at target    | 0.5 mL       | 2            | undetermined    |
        | not reported     | not reported | not reported | not reported | not reported | undetermined    |
