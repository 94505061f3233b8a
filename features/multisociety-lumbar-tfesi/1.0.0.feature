Feature: Lumbar and S1 transforaminal epidural steroid injection

  What multi-society documents ask of a steroid injection through a lumbar or the first sacral foramen,
  one rule for each demand. The documents are the letter of 34 societies of 2025, the practice advisory
  on contrast media (2021), the practice parameter of five radiological societies (2019) and the
  safeguards of the working group of 2015 (Rathmell 2015), of which only the abstract has been read.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Background:
    Given the trial began to recruit in 2024

  Rule: The needle was placed, or its position was checked, under fluoroscopy or CT.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); five
    radiological societies 2019, title (read); NASS 2013, as quoted (secondary; mandatory); Rathmell
    2015, item 9 (unverified).

    Scenario Outline: How the needle was guided
      Given a report of <where> transforaminal epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed where the needle lay
        | where  | guidance                             | judgement |
        | lumbar | C-arm fluoroscopy                    | met       |
        | S1     | fluoroscopy                          | met       |
        | lumbar | CT fluoroscopy                       | met       |
        | lumbar | ultrasound with a fluoroscopic check | met       |

      Examples: X-ray did not
        | where  | guidance                            | judgement |
        | lumbar | ultrasound alone                    | not met   |
        | lumbar | MRI                                 | not met   |
        | lumbar | endoscopy                           | not met   |
        | lumbar | planned on earlier images, not live | not met   |
        | lumbar | landmark-guided                     | not met   |
        | S1     | landmark-guided                     | not met   |

  Rule: The final needle position was checked in an anteroposterior and a lateral view.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: five
    radiological societies 2019, body, to be confirmed (unverified).

    Scenario Outline: Views of the final position
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: Both are needed
        | guidance    | views                    | judgement |
        | fluoroscopy | AP and lateral           | met       |
        | fluoroscopy | AP, lateral and oblique  | met       |
        | fluoroscopy | AP only                  | not met   |
        | fluoroscopy | lateral and oblique only | not met   |

      Examples: CT has no such views
        | guidance | views          | judgement      |
        | CT       | not applicable | not applicable |

  Rule: Contrast was given before the drug.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); NASS 2013, as quoted (secondary;
    mandatory unless contraindicated).

    Scenario Outline: Contrast to see where the drug will go
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | guidance                             | contrast | judgement |
        | fluoroscopy                          | given    | met       |
        | CT                                   | given    | met       |
        | ultrasound with a fluoroscopic check | given    | met       |
        | fluoroscopy                          | omitted  | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | guidance                            | contrast        | judgement      |
        | fluoroscopy                         | contraindicated | not applicable |
        | ultrasound alone                    | omitted         | not applicable |
        | no imaging                          | omitted         | not applicable |
        | MRI                                 | omitted         | not applicable |
        | endoscopy                           | omitted         | not applicable |
        | planned on earlier images, not live | omitted         | not applicable |

  Rule: Contrast outlined the root and the epidural space, without vascular, intrathecal or intradiscal flow.
    Level major. Sources: contrast advisory 2021, abstract (read); Korean lecture 2026, contrast
    (secondary); Rathmell 2015, item 9 (unverified; recommended).

    Scenario Outline: Where the contrast ran
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then this is judged <judgement>

      Examples: Contrast was seen
        | guidance                             | contrast | spread        | judgement |
        | fluoroscopy                          | given    | at target     | met       |
        | fluoroscopy                          | given    | not at target | not met   |
        | fluoroscopy                          | given    | not assessed  | not met   |
        | CT                                   | given    | at target     | met       |
        | ultrasound with a fluoroscopic check | given    | at target     | met       |

      Examples: There was none, or it could not be seen
        | guidance                            | contrast        | spread         | judgement      |
        | fluoroscopy                         | omitted         | not applicable | not applicable |
        | fluoroscopy                         | contraindicated | not applicable | not applicable |
        | ultrasound alone                    | given           | not assessed   | not applicable |
        | MRI                                 | given           | not assessed   | not applicable |
        | endoscopy                           | given           | not assessed   | not applicable |
        | planned on earlier images, not live | given           | not assessed   | not applicable |
        | no imaging                          | given           | not assessed   | not applicable |

  Rule: The needle did not end outside the accepted parts of the foramen or in the disc.
    Level note, judged and shown, never counted. Sources: Singh 2015, method (read); Lee 2007,
    abstract (read).

    Scenario Outline: Where the needle ended
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Needle position in the foramen | <position> |
      Then this is judged <judgement>

      Examples: Positions in the foramen
        | position                         | judgement |
        | subpedicular                     | met       |
        | Kambin triangle                  | met       |
        | posterior to the root            | met       |
        | S1 foramen                       | met       |
        | preganglionic, at the disc above | met       |
        | intradiscal                      | not met   |

  Rule: The injected level matched the symptomatic root or the compressive lesion.
    Level note, judged and shown, never counted. Source: Medicare on epidurals 2021, indications
    (secondary; mandatory for payment).

    Scenario Outline: The right level
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Level concordant with the lesion | <level> |
      Then this is judged <judgement>

      Examples: Symptoms and level
        | level      | judgement |
        | concordant | met       |
        | discordant | not met   |

  Rule: One to four millilitres were injected; up to eight are described.
    Level note, judged and shown, never counted. Sources: anaesthesia textbook, injectate
    (secondary); WikiMSK, injectate (secondary).

    Scenario Outline: How much was injected
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 1 mL
        | volume | judgement |
        | 0.9 mL | not met   |
        | 1 mL   | met       |
        | 1.5 mL | met       |

      Examples: At and on both sides of 4 and of 8 mL
        | volume | judgement  |
        | 4 mL   | met        |
        | 4.1 mL | partly met |
        | 5 mL   | partly met |
        | 8 mL   | partly met |
        | 8.1 mL | not met    |
        | 9 mL   | not met    |

  Rule: The needle was 22 to 25 gauge.
    Level note, judged and shown, never counted. Source: WikiMSK, needle (secondary).

    Scenario Outline: How thick the needle was
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Needle gauge | <gauge> |
      Then this is judged <judgement>

      Examples: At and on both sides of 22 and of 25 gauge
        | gauge | judgement |
        | 21 G  | not met   |
        | 22 G  | met       |
        | 23 G  | met       |
        | 25 G  | met       |
        | 26 G  | not met   |

  Rule: Contrast was given before the drug to exclude flow into vessels.
    Level critical. Sources: contrast advisory 2021, abstract (read); NASS 2013, as quoted
    (secondary; mandatory unless contraindicated); Rathmell 2015, item 9 (unverified).

    Scenario Outline: Contrast to see that the drug will not go astray
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Asked with X-ray and without it
        | guidance                             | contrast | judgement |
        | fluoroscopy                          | given    | met       |
        | CT                                   | given    | met       |
        | ultrasound with a fluoroscopic check | given    | met       |
        | fluoroscopy                          | omitted  | not met   |
        | MRI                                  | omitted  | not met   |
        | endoscopy                            | omitted  | not met   |
        | planned on earlier images, not live  | omitted  | not met   |
        | no imaging                           | omitted  | not met   |

      Examples: Contraindicated, or ultrasound alone
        | guidance         | contrast        | judgement      |
        | fluoroscopy      | contraindicated | not applicable |
        | ultrasound alone | omitted         | not applicable |

  Rule: Contrast was watched live or by digital subtraction while it ran.
    Level major. Sources: Rathmell 2015, item 9 (unverified; recommended); Korean lecture 2026,
    contrast (secondary).

    Scenario Outline: Watching it run
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance              | <guidance>    |
        | Contrast medium             | <contrast>    |
        | Contrast watched live       | <live>        |
        | Digital subtraction imaging | <subtraction> |
      Then this is judged <judgement>

      Examples: Either is enough
        | guidance                             | contrast | live | subtraction | judgement |
        | fluoroscopy                          | given    | yes  | no          | met       |
        | fluoroscopy                          | given    | no   | yes         | met       |
        | CT fluoroscopy                       | given    | yes  | no          | met       |
        | ultrasound with a fluoroscopic check | given    | yes  | no          | met       |
        | fluoroscopy                          | given    | no   | no          | not met   |

      Examples: There was nothing to watch
        | guidance                            | contrast | live           | subtraction    | judgement      |
        | fluoroscopy                         | omitted  | not applicable | not applicable | not applicable |
        | no imaging                          | omitted  | not applicable | not applicable | not applicable |
        | ultrasound alone                    | given    | no             | no             | not applicable |
        | MRI                                 | given    | no             | no             | not applicable |
        | endoscopy                           | given    | no             | no             | not applicable |
        | planned on earlier images, not live | given    | no             | no             | not applicable |
        | no imaging                          | given    | no             | no             | not applicable |

  Rule: The steroid of the first injection was not particulate.
    Level major. Sources: Rathmell 2015, item 10 (unverified; recommended); anaesthesia textbook,
    steroid (secondary).

    Scenario Outline: The steroid of the first injection
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | First or repeat procedure | <occasion> |
        | Steroid                   | <steroid>  |
      Then this is judged <judgement>

      Examples: The salt decides
        | occasion | steroid                             | judgement |
        | first    | dexamethasone                       | met       |
        | first    | betamethasone sodium phosphate      | met       |
        | first    | methylprednisolone sodium succinate | met       |
        | first    | Kenalog                             | not met   |
        | first    | Depo-Medrol                         | not met   |
        | first    | Celestone Soluspan                  | not met   |
        | first    | triamcinolone hexacetonide          | not met   |
        | first    | prednisolone acetate                | not met   |
        | first    | cortivazol                          | not met   |

      Examples: Not asked of an agent whose class the sources do not give
        | occasion | steroid        | judgement      |
        | first    | hydrocortisone | not applicable |
        | first    | other steroid  | not applicable |

      Examples: Asked of the first injection only
        | occasion | steroid                 | judgement      |
        | repeat   | triamcinolone acetonide | not applicable |

  Rule: No particulate steroid was given without contrast.
    Level critical, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 16 (unverified).

    Scenario Outline: A particulate steroid without contrast
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Contrast medium | <contrast> |
        | Steroid         | <steroid>  |
      Then this is judged <judgement>

      Examples: Only the two together, whatever the reason why contrast was not given
        | contrast        | steroid                             | judgement |
        | given           | triamcinolone acetonide             | met       |
        | omitted         | dexamethasone                       | met       |
        | omitted         | betamethasone sodium phosphate      | met       |
        | omitted         | methylprednisolone sodium succinate | met       |
        | omitted         | hydrocortisone                      | met       |
        | omitted         | other steroid                       | met       |
        | omitted         | triamcinolone acetonide             | not met   |
        | omitted         | triamcinolone hexacetonide          | not met   |
        | omitted         | Celestone Soluspan                  | not met   |
        | omitted         | prednisolone acetate                | not met   |
        | omitted         | cortivazol                          | not met   |
        | contraindicated | methylprednisolone acetate          | not met   |

  Rule: Extension tubing kept the needle still while the syringe was changed.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 12 (unverified; recommended).

    Scenario Outline: A needle that does not move
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Extension tubing | <tubing> |
      Then this is judged <judgement>

      Examples: Tubing between syringe and needle
        | tubing | judgement |
        | yes    | met       |
        | no     | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Contrast, as far as it is known
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Contrast was given before the drug." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that contrast was given, nor that it could be
        | guidance     | contrast         | judgement                                            |
        | fluoroscopy  | not reported     | open: met, not met or not applicable (not reported)  |
        | fluoroscopy  | not extracted    | open: met, not met or not applicable (not extracted) |
        | fluoroscopy  | given or omitted | open: met or not met (unclear)                       |
        | not reported | given            | open: met or not applicable (not reported)           |
        | not reported | omitted          | open: not met or not applicable (not reported)       |
        | no imaging   | not reported     | not applicable                                       |

    Scenario Outline: Contrast spread, as far as it is known
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance  | fluoroscopy |
        | Contrast medium | <contrast>  |
        | Contrast spread | <spread>    |
      Then "Contrast outlined the root and the epidural space, without vascular, intrathecal or intradiscal flow." is judged <judgement>

      Examples: Where the contrast ran
        | contrast     | spread       | judgement                                           |
        | given        | not reported | open: met or not met (not reported)                 |
        | not reported | not reported | open: met, not met or not applicable (not reported) |

    Scenario Outline: Views, as far as they are known
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance     | fluoroscopy |
        | Fluoroscopic views | <views>     |
      Then "The final needle position was checked in an anteroposterior and a lateral view." is judged <judgement>

      Examples: A view that is mentioned does not exclude another
        | views               | judgement                           |
        | AP                  | open: met or not met (unclear)      |
        | lateral and oblique | open: met or not met (unclear)      |
        | not reported        | open: met or not met (not reported) |

    Scenario Outline: Steroid and occasion, as far as they are known
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | First or repeat procedure | <occasion> |
        | Steroid                   | <steroid>  |
      Then "The steroid of the first injection was not particulate." is judged <judgement>

      Examples: A drug whose salt is not named stands for every salt
        | occasion | steroid                   | judgement                                           |
        | first    | betamethasone             | open: met or not met (unclear)                      |
        | first    | methylprednisolone        | open: met or not met (unclear)                      |
        | first    | triamcinolone             | not met                                             |
        | first    | a particulate steroid     | not met                                             |
        | first    | a non-particulate steroid | met                                                 |
        | first    | not reported              | open: met, not met or not applicable (not reported) |

      Examples: A first injection or a repeat
        | occasion     | steroid       | judgement                                      |
        | not reported | dexamethasone | open: met or not applicable (not reported)     |
        | not reported | Kenalog       | open: not met or not applicable (not reported) |

  Rule: How the grade follows
    Delivery and safety are graded apart: a particulate steroid is not a badly placed needle. Adequate
    cannot be reached in delivery, because all that is counted there is critical or major.

    Scenario Outline: With contrast
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance            | fluoroscopy |
        | Contrast medium           | given       |
        | Contrast spread           | <spread>    |
        | Contrast watched live     | <live>      |
        | First or repeat procedure | first       |
        | Steroid                   | <steroid>   |
        | Sedation                  | <sedation>  |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>
      And the grade of safety is <safety>

      Examples: Nothing departs
        | spread    | live | steroid                        | sedation | delivery | safety |
        | at target | yes  | dexamethasone                  | none     | full     | full   |
        | at target | yes  | betamethasone sodium phosphate | minimal  | full     | full   |

      Examples: Well delivered, less safely
        | spread    | live | steroid       | sedation | delivery | safety   |
        | at target | yes  | dexamethasone | deep     | full     | adequate |
        | at target | yes  | Kenalog       | none     | full     | limited  |
        | at target | yes  | Kenalog       | deep     | full     | limited  |

      Examples: Safely, less well delivered
        | spread        | live | steroid       | sedation | delivery | safety |
        | not at target | yes  | dexamethasone | none     | limited  | full   |

      Examples: What is silent widens the grade
        | spread       | live         | steroid       | sedation     | delivery        | safety              |
        | not reported | yes          | dexamethasone | none         | limited to full | full                |
        | at target    | not reported | dexamethasone | none         | full            | limited to full     |
        | at target    | yes          | not reported  | none         | full            | limited to full     |
        | at target    | yes          | betamethasone | deep         | full            | limited to adequate |
        | at target    | yes          | dexamethasone | not reported | full            | adequate to full    |

    Scenario Outline: Without contrast
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance            | <guidance>    |
        | Contrast medium           | <contrast>    |
        | First or repeat procedure | first         |
        | Steroid                   | dexamethasone |
        | Sedation                  | none          |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>
      And the grade of safety is <safety>

      Examples: Why there was none, and what else could have shown the needle
        | guidance         | contrast        | delivery | safety |
        | fluoroscopy      | contraindicated | full     | full   |
        | fluoroscopy      | omitted         | limited  | poor   |
        | no imaging       | omitted         | poor     | poor   |
        | ultrasound alone | omitted         | poor     | full   |

      Examples: What is silent widens the grade
        | guidance     | contrast        | delivery        | safety       |
        | fluoroscopy  | not reported    | limited to full | undetermined |
        | no imaging   | not reported    | poor            | undetermined |
        | not reported | contraindicated | undetermined    | full         |
