# Network meta-regression on grades that are not known for every study.
#
#   Rscript jags/fit.R [study|arm] [common|independent]
#
# study (the default where studies have grades): the grade of the study by the rule of this pack, on the arms that
# jags/arms.csv says (by_study); arm: each active arm has its own grade. common (the default): one slope per grade for all active treatments; independent: one for each.
# Needs R, JAGS and the package rjags. The seed is fixed: the same files give the same numbers.

suppressPackageStartupMessages(library(rjags))

grades <- c("poor", "limited", "adequate", "full")  # 0 to 3
centre <- 1.5   # effects are estimated in the middle of the scale, where they mix well, and printed at each grade
slope_sd <- 2   # prior of a slope per grade: normal around 0, in standard deviations of the outcome or log odds

# Return the arms, the probabilities of their grades and the draws on the scale of the outcome.
fit <- function(folder, level = NULL, slopes = "common", warm_up = 4000, draws = 20000, chains = 2, seed = 1) {
  arms <- read.csv(file.path(folder, "arms.csv"))
  pmf <- read.csv(file.path(folder, "pmf.csv"))
  if (is.null(level)) level <- if ("study" %in% pmf$of) "study" else "arm"
  pmf <- pmf[pmf$of == level, ]
  if (nrow(pmf) == 0) stop("this pack has no probabilities of grades by ", level)
  unit <- match(arms[[paste0("by_", level)]], pmf$unit)
  arms$active <- as.integer(!is.na(unit))  # the arms that have the slope
  unit[is.na(unit)] <- 1  # the term of the others is 0 whatever stands here
  own <- sort(unique(arms$t[arms$active == 1]))
  group <- if (slopes == "common") rep(1, nrow(arms)) else match(arms$t, own, nomatch = 1)
  data <- list(
    arms = nrow(arms), s = arms$s, t = arms$t, active = arms$active, unit = unit, group = group,
    studies = max(arms$s), treatments = max(arms$t), units = nrow(pmf), slopes = max(group),
    pmf = as.matrix(pmf[c("p0", "p1", "p2", "p3")]), centre = centre, slope_sd = slope_sd
  )
  scale <- 1
  if ("events" %in% names(arms)) {
    data <- c(data, list(events = arms$events, n = arms$n))
  } else {
    scale <- arms$scale[1]
    data <- c(data, list(y = (arms$y - mean(arms$y)) / scale, v = arms$v / scale^2))
  }
  load.module("glm", quiet = TRUE)
  start <- lapply(seq_len(chains), function(chain) {
    list(.RNG.name = "base::Mersenne-Twister", .RNG.seed = seed + chain, tau = 0.2 * chain)
  })
  model <- jags.model(file.path(folder, "model.jags"), data, start, chains, n.adapt = 1000, quiet = TRUE)
  update(model, warm_up, progress.bar = "none")
  drawn <- coda.samples(model, c("beta", "d", "tau"), draws, progress.bar = "none")
  all <- as.matrix(drawn) * scale
  columns <- function(name, number) if (number == 1 && name %in% colnames(all)) name else paste0(name, "[", seq_len(number), "]")
  list(
    arms = arms, pmf = pmf, unit = unit, group = group, scale = scale, drawn = drawn, tau = all[, "tau"],
    beta = all[, columns("beta", max(group)), drop = FALSE], d = all[, columns("d", max(arms$t)), drop = FALSE]
  )
}

# Mean and 95 % interval of draws.
interval <- function(x) c(mean = mean(x), low = unname(quantile(x, 0.025)), high = unname(quantile(x, 0.975)))

# A row for each slope, with the treatments that share it.
slopes_of <- function(fitted) {
  active <- unique(fitted$arms[fitted$arms$active == 1, c("treat", "t")])
  group <- fitted$group[match(active$t, fitted$arms$t)]
  names <- tapply(active$treat, group, paste, collapse = " ")
  data.frame(slope = as.vector(names), t(apply(fitted$beta, 2, interval)), row.names = NULL)
}

# A row for each treatment and grade: its effect against the reference at that grade, and the trials that may have it.
effects_of <- function(fitted) {
  reference <- fitted$arms$treat[fitted$arms$t == 1][1]
  graded <- fitted$arms$active == 1
  rows <- lapply(unique(sort(fitted$arms$t))[-1], function(t) {
    mine <- fitted$arms$t == t
    treat <- fitted$arms$treat[mine][1]
    base <- fitted$arms$t == 1
    if (!any((mine | base) & graded)) {
      return(data.frame(treat, reference, grade = "", t(interval(fitted$d[, t])), trials = sum(mine)))
    }
    # Without a slope of its own a treatment is compared with the reference at each grade of that.
    having <- if (any(mine & graded)) mine & graded else base & graded
    slope_of <- function(arms) if (any(arms & graded)) fitted$beta[, fitted$group[arms & graded][1]] else 0
    possible <- colSums(fitted$pmf[unique(fitted$unit[having]), c("p0", "p1", "p2", "p3")] > 0)
    do.call(rbind, lapply(0:3, function(grade) {
      effect <- fitted$d[, t] + (slope_of(mine) - slope_of(base)) * (grade - centre)
      data.frame(treat, reference, grade = grades[grade + 1], t(interval(effect)), trials = possible[grade + 1])
    }))
  })
  do.call(rbind, rows)
}

show <- function(fitted) {
  cat("Slope per grade (the higher the grade, the nearer to the standard), mean and 95 % interval:\n")
  slopes <- slopes_of(fitted)
  print(slopes, row.names = FALSE, digits = 4)
  silent <- apply(fitted$beta, 2, sd) > 0.8 * slope_sd * fitted$scale
  if (any(silent)) cat("The data say next to nothing of:", slopes$slope[silent], "- what is printed is the prior.\n")
  cat("\nEffects against the reference at each grade; trials: how many may have that grade (0: extrapolated):\n")
  print(effects_of(fitted), row.names = FALSE, digits = 4)
  cat("\nStandard deviation of effects between studies (tau):\n")
  print(interval(fitted$tau), digits = 4)
  changing <- apply(as.matrix(fitted$drawn), 2, sd) > 0
  if (length(fitted$drawn) > 1) {
    worst <- max(gelman.diag(fitted$drawn[, changing], multivariate = FALSE)$psrf[, 1])
    cat(sprintf("\nLargest R-hat %.3f", worst), if (worst > 1.01) "(draw more: fit(..., draws = 100000))", "\n")
  }
  cat(sprintf("Smallest effective number of draws: %.0f\n", min(effectiveSize(fitted$drawn[, changing]))))
}

if (sys.nframe() == 0L) {
  script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  asked <- commandArgs(trailingOnly = TRUE)
  level <- intersect(c("arm", "study"), asked)
  show(fit(dirname(script), if (length(level)) level[1], if ("independent" %in% asked) "independent" else "common"))
}
