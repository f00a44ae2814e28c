;; The two parts of a GSM 06.10 decoder in which nearly all its time goes, with the standard's own arithmetic: 16 bits, saturating, products
;; rounded, of eight numbers at once. All places are addresses of bytes.
;;
;;  16  lattice: eight numbers that go on from sample to sample
;;  34  de-emphasis: the sample before
;; 608  reflection: the coefficients of the eight stages
(module
  (memory (export "memory") 1 1)

  ;; Long-term prediction (5.3.2): forty samples at $at become those $lag bytes before them, of which none is one of the forty, by $gain.
  (func (export "predict") (param $at i32) (param $lag i32) (param $gain i32)
    (local $gains v128) (local $end i32)
    (local.set $gains (i16x8.splat (local.get $gain)))
    (local.set $end (i32.add (local.get $at) (i32.const 80)))
    (loop $next
      (v128.store (local.get $at) (i16x8.q15mulr_sat_s
        (v128.load (i32.sub (local.get $at) (local.get $lag))) (local.get $gains)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end)))))

  ;; Short-term synthesis (5.3.4) and de-emphasis (5.3.5) of the samples from $at to $end, which come to $target. Lane by lane, the lattice
  ;; holds its stages 0 to 7. What stage 7 leaves of a sample goes to stage 6, and so on: a product is taken off in its own lane and all
  ;; before it, so that at last each lane has what its stage left.
  (func (export "synthesise") (param $at i32) (param $end i32) (param $target i32)
    (local $reflection v128) (local $lattice v128) (local $products v128) (local $left v128) (local $emphasis v128)
    (local.set $reflection (v128.load (i32.const 608)))
    (local.set $lattice (v128.load (i32.const 16)))
    (local.set $emphasis (v128.load16_splat (i32.const 34)))
    (loop $next
      (local.set $products (i16x8.q15mulr_sat_s (local.get $reflection) (local.get $lattice)))
      (local.set $left (v128.load16_splat (local.get $at)))
      ;; Bytes 14 and 15 are those of lane 7; a place above 127 stands for zero.
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0f0e 0x0f0e 0x0f0e 0x0f0e 0x0f0e 0x0f0e 0x0f0e 0x0f0e))))
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0d0c 0x0d0c 0x0d0c 0x0d0c 0x0d0c 0x0d0c 0x0d0c 0x8080))))
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0b0a 0x0b0a 0x0b0a 0x0b0a 0x0b0a 0x0b0a 0x8080 0x8080))))
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0908 0x0908 0x0908 0x0908 0x0908 0x8080 0x8080 0x8080))))
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0706 0x0706 0x0706 0x0706 0x8080 0x8080 0x8080 0x8080))))
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0504 0x0504 0x0504 0x8080 0x8080 0x8080 0x8080 0x8080))))
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0302 0x0302 0x8080 0x8080 0x8080 0x8080 0x8080 0x8080))))
      (local.set $left (i16x8.sub_sat_s (local.get $left) (i8x16.swizzle (local.get $products)
        (v128.const i16x8 0x0100 0x8080 0x8080 0x8080 0x8080 0x8080 0x8080 0x8080))))
      ;; Each stage hands on to the next; stage 0 begins with what is left at last.
      (local.set $lattice (i8x16.shuffle 0 1 16 17 18 19 20 21 22 23 24 25 26 27 28 29
        (local.get $left)
        (i16x8.add_sat_s (local.get $lattice)
          (i16x8.q15mulr_sat_s (local.get $reflection) (local.get $left)))))
      ;; Only lane 0 means anything from here on.
      (local.set $emphasis (i16x8.add_sat_s (local.get $left) (i16x8.q15mulr_sat_s (local.get $emphasis)
        (v128.const i16x8 28180 28180 28180 28180 28180 28180 28180 28180))))
      (v128.store16_lane 0 (local.get $target) (v128.and
        (i16x8.add_sat_s (local.get $emphasis) (local.get $emphasis))
        (v128.const i16x8 0xfff8 0xfff8 0xfff8 0xfff8 0xfff8 0xfff8 0xfff8 0xfff8)))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))
      (local.set $target (i32.add (local.get $target) (i32.const 2)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (v128.store (i32.const 16) (local.get $lattice))
    (v128.store16_lane 0 (i32.const 34) (local.get $emphasis))))
