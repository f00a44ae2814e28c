;; The loudest samples of a stretch of sound, sixteen bytes at a time. What comes of it lies at address 0: lane by lane, the loudest of
;; all samples that stood in that lane. A sample of a channel stands in the same lanes all along where the channels divide the lanes.
;;
;; $at is where the stretch begins, $last where its last sixteen bytes begin, $at or behind it. Those may overlap the sixteen before:
;; to look at a sample twice changes no maximum.
(module
  (memory (export "memory") 52 52)

  ;; Little-endian samples of 16 bits. -32,768 has no opposite in 16 bits with a sign; taken without one, its own bits are 32,768.
  (func (export "lookAtPcm") (param $at i32) (param $last i32)
    (local $loudest v128)
    (loop $next
      (local.set $loudest (i16x8.max_u (local.get $loudest) (i16x8.abs (v128.load (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $last))))
    (v128.store (i32.const 0)
      (i16x8.max_u (local.get $loudest) (i16x8.abs (v128.load (local.get $last))))))

  ;; A-law and µ-law: the lower seven bits of each byte, once the code's $inversion is undone.
  (func (export "lookAtLaw") (param $at i32) (param $last i32) (param $inversion i32)
    (local $loudest v128) (local $inverted v128) (local $bits v128)
    (local.set $inverted (i8x16.splat (local.get $inversion)))
    (local.set $bits (i8x16.splat (i32.const 0x7f)))
    (loop $next
      (local.set $loudest (i8x16.max_u (local.get $loudest)
        (v128.and (v128.xor (v128.load (local.get $at)) (local.get $inverted)) (local.get $bits))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $last))))
    (v128.store (i32.const 0) (i8x16.max_u (local.get $loudest)
      (v128.and (v128.xor (v128.load (local.get $last)) (local.get $inverted)) (local.get $bits))))))
